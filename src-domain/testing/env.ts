import type { Env } from '../document/project'

/** An `Env` with the same ids and times in every run. */
export function testEnv(prefix = 'id'): Env {
  let ids = 0
  let seconds = 0
  return {
    newId: () => `${prefix}${String(++ids).padStart(6, '0')}`,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, ++seconds)).toISOString(),
  }
}
