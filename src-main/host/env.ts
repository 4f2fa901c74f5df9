import { randomBytes } from 'node:crypto'
import type { Env } from '#domain/project'

/** The real world: ids that no two machines share, and the clock. */
export const env: Env = {
  newId: () => randomBytes(9).toString('base64url'),
  now: () => new Date().toISOString(),
}
