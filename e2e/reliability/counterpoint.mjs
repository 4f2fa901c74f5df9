import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const PARTED = 'application/x-counterpoint-parts'

/** The built app under test. */
export const OUT = join(import.meta.dirname, '..', '..', 'out')

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/**
 * Starts the browser edition and talks to it as its page does.
 * @param {{ out?: string, dataFolder: string, open?: string, before?: readonly string[], node?: readonly string[] }} options `out` is another build, `before` a program that runs Node, `node` options for Node
 */
export async function start({ out = OUT, dataFolder, open, before = [], node = [] }) {
  const cli = join(out, 'main', 'cli.js')
  const args = [...node, cli, 'serve', ...(open ? [open] : []), '--no-open', '--data-dir', dataFolder]
  const [program, ...rest] = [...before, process.execPath, ...args]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const ended = once(child, 'exit').then(() => running.delete(child))
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints += chunk))
  const url = new URL(
    await new Promise((done, failed) => {
      let said = ''
      child.stdout.on('data', (chunk) => {
        said += chunk
        const address = /^Counterpoint is at (\S+)$/m.exec(said)?.[1]
        if (address) done(address)
      })
      void ended.then(() => failed(new Error(`the server ended before it answered: ${complaints}`)))
    }),
  )
  const token = new URLSearchParams(url.hash.slice(1)).get('token')

  /**
   * Sends a request of the contract. Throws an error with the code of the answer; without a code if there was no
   * answer.
   */
  async function call(name, input) {
    const response = await fetch(`${url.origin}/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // As the page does: the content of a project then follows the answer.
        accept: PARTED,
        authorization: `Bearer ${token}`,
        origin: url.origin,
      },
      body: JSON.stringify(input),
    })
    const isParted = response.headers.get('content-type').startsWith(PARTED)
    const answer = isParted ? joined(Buffer.from(await response.arrayBuffer())) : await response.json()
    if (answer.ok) return answer.value
    throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
  }

  return {
    child,
    call,
    complaints: () => complaints,
    /** Ends it as Ctrl+C does, or with another signal. */
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}

/** An answer in parts: a line of JSON, and the texts of its fields. */
function joined(body) {
  const end = body.indexOf('\n')
  const { answer, parts } = JSON.parse(body.toString('utf8', 0, end))
  let from = end + 1
  for (const { field, length } of parts) answer.value[field] = body.toString('utf8', from, (from += length))
  return answer
}
