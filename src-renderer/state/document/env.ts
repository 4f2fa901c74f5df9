import type { Env } from '#domain/document/project'

/** Ids that no two machines share, and the clock. */
export const env: Env = {
  newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(9))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  },
  now: () => new Date().toISOString(),
}
