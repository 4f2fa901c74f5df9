import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // Svelte's browser build, because its server build has no reactive state.
  resolve: { conditions: ['browser'] },
  test: {
    environment: 'node',
    // These only end tests that hang. They are generous, because the machine may be busy; the benchmarks measure speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 240_000 } },
    projects: [
      // Pure code leaves nothing behind, so its tests share the modules that they import: loading takes most of the time.
      { extends: true, test: { name: 'domain', include: ['src-domain/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'apps', include: ['src-{api,main,renderer}/**/*.test.ts', 'scripts/**/*.test.mjs'] },
      },
    ],
  },
})
