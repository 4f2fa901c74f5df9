import type { Terminal } from './command'

// A reader that closes the pipe early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** The terminal in which the process was started. */
export const terminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  give: (bytes) =>
    new Promise((done, failed) => {
      process.stdout.write(bytes, (error) => (error ? failed(error) : done()))
    }),
  isScreen: process.stdout.isTTY === true,
}
