/**
 * The request in the browser edition that exchanges a key that is used once for the token of this start. Its answer is a
 * `Session`.
 */
export const SESSION_REQUEST = 'session'

export interface Session {
  readonly token: string
}
