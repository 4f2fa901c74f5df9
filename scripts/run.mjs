import { spawn } from 'node:child_process'

/** The root of the repository. */
export const root = new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1')

/**
 * Runs a program in the root with this terminal's input and output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds?: number }} [options] `seconds` is a timeout
 * @returns {Promise<number>} the exit code; 1 after a timeout or if the program could not be started
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
    // The child handles the signal itself and may have something to save first.
    const passing = ['SIGINT', 'SIGTERM'].map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, pass] of passing) process.on(signal, pass)
    child.on('error', () => end(1))
    child.on('exit', end)
  })
}

/** Runs npm, by the script that is running it now if there is one: on Windows npm is not an executable. */
export const npm = (args, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], options)
    : run('npm', args, { shell: process.platform === 'win32', ...options })
