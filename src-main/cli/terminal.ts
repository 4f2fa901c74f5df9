import type { Terminal } from './command'

// A reader that has had enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** The terminal that the process was started in. */
export const terminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  give: (bytes) =>
    new Promise((done, failed) => {
      process.stdout.write(bytes, (error) => (error ? failed(error) : done()))
    }),
  isScreen: process.stdout.isTTY === true,
}
