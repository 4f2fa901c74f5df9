import type { Input } from '#api/endpoints'

type ErrorReport = Input<'log.write'>

/** A line of a stack trace. The file's name and the position are kept. */
const FRAME = /(?:^\s*at |@).*?([\w.-]+\.(?:[cm]?[jt]s|svelte):\d+(?::\d+)?)\)?$/
/** Enough frames to find the place. A deep recursion has thousands. */
const FRAMES = 20
const MESSAGE_LENGTH = 200

/**
 * A log entry for an error. Text that could come from an article or a claim is left out: the message from its first
 * quotation mark on and after its first line, and everything in the stack but file names and positions.
 * @param program the version and the edition
 */
export function errorEntry(time: string, program: string, report: ErrorReport): string {
  const name = /^\w{1,60}$/.test(report.name) ? report.name : 'Error'
  const frames = report.stack.split('\n').flatMap((line) => FRAME.exec(line)?.[1] ?? [])
  const first = `${time} ${program} ${name}: ${withoutContent(report.message)}`
  return [first, ...frames.slice(0, FRAMES).map((frame) => `  at ${frame}`)].join('\n')
}

/** An error of the host as a report. */
export const reportOf = (error: unknown): ErrorReport =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: `a ${typeof error} was thrown`, stack: '' }

const withoutContent = (message: string): string =>
  message
    .replace(/\n.*$/s, '')
    .replace(/["“„«'‘`].*$/, '…')
    .slice(0, MESSAGE_LENGTH)
