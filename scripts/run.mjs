import { spawn } from 'node:child_process'

/** The root of the repository. */
export const root = new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1')

/**
 * Runs a program with this terminal's input and output, in the root.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds?: number }} [options] `seconds` until it is stopped
 * @returns {Promise<number>} its exit code; 1 when it was stopped or could not be started
 */
export function run(program, args, { seconds, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    const timer = seconds && setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    const end = (code) => {
      clearTimeout(timer)
      for (const [signal, pass] of passing) process.off(signal, pass)
      done(code ?? 1)
    }
    // The child ends by itself when it is asked to, and may have something to save first.
    const passing = ['SIGINT', 'SIGTERM'].map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, pass] of passing) process.on(signal, pass)
    child.on('error', () => end(1))
    child.on('exit', end)
  })
}

/** Runs npm itself, by the file that is running it now where there is one: on Windows it is no program. */
export const npm = (args, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], options)
    : run('npm', args, { shell: process.platform === 'win32', ...options })
