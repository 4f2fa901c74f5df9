import { readdirSync, readFileSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** The tests that replace modules. They need modules of their own. */
const REPLACING = ['src-api', 'src-main', 'src-renderer']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('vi.mock('))
  .map((file) => file.replaceAll('\\', '/'))

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // Svelte's browser build, because its server build has no reactive state.
  resolve: { conditions: ['browser'] },
  test: {
    environment: 'node',
    // By default one core is left idle.
    maxWorkers: '100%',
    setupFiles: ['scripts/property-seed.mjs'],
    // These only end tests that hang. They are generous, because the machine may be busy; the benchmarks measure speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 240_000 } },
    projects: [
      // Loading takes most of the time, so tests share the modules that they import.
      { extends: true, test: { name: 'domain', include: ['src-domain/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'apps',
          include: ['src-{api,main,renderer}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: REPLACING,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
    ],
  },
})
