import { change, type Headers, type Served } from './raw-request'

/** A request to refuse, and the statuses of the responses, in order. */
export interface Refused {
  readonly is: string
  readonly sent: (served: Served) => string | Buffer
  readonly answers: readonly number[]
}

export const refused = (is: string, answer: number, sent: Refused['sent']): Refused => ({
  is,
  sent,
  answers: [answer],
})

/** The page's own request with other headers. */
export const calling = (is: string, answer: number, headers: (served: Served) => Headers): Refused =>
  refused(is, answer, (served) => change(served, headers(served)))
