import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // The browser's build of Svelte: its server build has no state that lives.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    // No test has a limit of its own. These end what hangs, on the busiest machine; how fast something is, the benchmark says.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 240_000 } },
  },
})
