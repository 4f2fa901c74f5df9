import { spawnSync } from 'node:child_process'

/** Throws with a sentence if something is not as it should be. */
export function ok(value, message) {
  if (!value) throw new Error(message)
}

export function equal(actual, expected) {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value))
  ok(found === wanted, `Found ${found} instead of ${wanted}.`)
}

/** Runs a program that must succeed, and returns its output. */
export function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  ok(status === 0, `${program} ${args.join(' ')} ended with ${status}: ${error ?? stderr}${stdout}`)
  return stdout
}
