import type { Input } from '#api/endpoints'

type ErrorReport = Input<'log.write'>

const NAME = /^(?:[A-Z]\w{0,50})?(?:Error|Exception)$/
/** A line of a stack trace. The file's name and the position are kept. */
const FRAME = /(?:^\s*at |@).*?([\w.-]+\.(?:[cm]?[jt]s|svelte):\d+(?::\d+)?)\)?$/
/** Enough frames to find the place. A deep recursion has thousands. */
const FRAMES = 20

/**
 * The only parts of messages that are logged: those in which the engine, the system or Svelte says what failed in words
 * of its own or names from the code. Any other message could quote a document, with or without quotation marks.
 */
const SAFE_MESSAGES = [
  /^[\w$.]{1,60} is not (?:a function|a constructor|defined|iterable)(?=$| \()/,
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^Cannot access '[\w$]{1,60}' before initialization$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:array|string) length$/,
  /^Assignment to constant variable\.$/,
  /^E[A-Z]{2,20}(?=: )/,
  /^https:\/\/svelte\.dev\/e\/\w{1,60}/,
  /^an? \w{1,20} was thrown$/,
]

/**
 * A log entry for an error: its name, what is safe of its message, and the file names and positions of its stack. It
 * never contains text of an article or a claim.
 * @param program the version and the edition
 */
export function errorEntry(time: string, program: string, report: ErrorReport): string {
  const name = NAME.test(report.name) ? report.name : 'Error'
  const frames = traceOf(report).flatMap((line) => FRAME.exec(line)?.[1] ?? [])
  const first = `${time} ${program} ${name}: ${safePart(report.message)}`
  return [first, ...frames.slice(0, FRAMES).map((frame) => `  at ${frame}`)].join('\n')
}

/** An error of the host as a report. */
export const reportOf = (error: unknown): ErrorReport =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: `a ${typeof error} was thrown`, stack: '' }

/** The lines of the stack below the message: a message may have lines that look like frames. */
function traceOf({ message, stack }: ErrorReport): string[] {
  const at = stack.indexOf(message)
  return stack.slice(at < 0 ? 0 : at + message.length).split('\n')
}

const safePart = (message: string): string =>
  SAFE_MESSAGES.map((pattern) => pattern.exec(message)?.[0]).find(Boolean) ?? '(message left out)'
