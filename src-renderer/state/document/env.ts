import type { Env } from '#domain/document/project'

/** The real environment: the clock, and ids that are unique across machines. */
export const env: Env = {
  newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(9))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  },
  now: () => new Date().toISOString(),
}
