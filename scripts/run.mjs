import { spawn } from 'node:child_process'
import { dirname } from 'node:path'

/** The root of the repository. */
export const root = dirname(import.meta.dirname)

/**
 * Runs a program in the root with this terminal's input and output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds?: number, started?: (child: import('node:child_process').ChildProcess) => void }} [options]
 *   `seconds` is a timeout, `started` gets the process
 * @returns {Promise<number>} the exit code; 1 after a timeout or if the program could not be started
 */
export function run(program, args, { seconds, started, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    started?.(child)
    const timer = seconds && setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    const end = (code) => {
      clearTimeout(timer)
      for (const [signal, pass] of passing) process.off(signal, pass)
      done(code ?? 1)
    }
    // The child handles the signal itself and may have something to save first.
    const passing = ['SIGINT', 'SIGTERM'].map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, pass] of passing) process.on(signal, pass)
    child.on('error', () => end(1))
    child.on('close', end)
  })
}

/**
 * Runs a program in the root and collects what it prints.
 * @returns {Promise<{ code: number, output: string }>} the exit code, and both of its outputs
 */
export async function runQuietly(program, args, options) {
  let output = ''
  const stdio = ['inherit', 'pipe', 'pipe']
  const collect = (child) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => (output += text))
    }
  }
  const code = await run(program, args, { ...options, stdio, started: collect })
  return { code, output }
}

/** Runs npm, by the script that is running it now if there is one: on Windows npm is not an executable. */
export const npm = (args, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], options)
    : run('npm', args, { shell: process.platform === 'win32', ...options })

/** Ends a script with 1 and a sentence. @returns {never} */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
