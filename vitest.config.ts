import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // The browser's build of Svelte: its server build has no state that lives.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    // Properties take their time on a busy machine; how fast something is, the benchmark says.
    testTimeout: 60_000,
  },
})
