/** The ways in which a request can fail. Code may depend on these; the message is for the user (P11). */
export const ERROR_CODES = [
  'bad-request',
  'not-found',
  'not-a-project',
  'newer-version',
  'conflict',
  'locked',
  'not-saved',
  'vanished',
  'unreadable',
  'too-large',
  'unsupported',
  'unavailable',
  'cancelled',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** A failed request. Its message says what happened to the user's work and what to do next. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
