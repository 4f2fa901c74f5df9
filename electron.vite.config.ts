import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

/** Makes the built command line executable. */
const executable = {
  name: 'executable',
  writeBundle: () => chmodSync(resolve(root, 'out/main/cli.js'), 0o755),
}

/** Notes the commit that is built, for `counterpoint --version`. Outside a repository there is none. */
const commit = {
  name: 'commit',
  writeBundle: () => {
    const git = spawnSync('git', ['describe', '--always', '--abbrev=10', '--exclude=*', '--dirty=+changes'], {
      cwd: root,
      encoding: 'utf8',
    })
    if (git.status === 0) writeFileSync(resolve(root, 'out/main/commit.txt'), git.stdout)
  },
}

/**
 * Notes the packages from which a part of the build takes modules, one path a line, for the licences and the bill of
 * materials: they are in the built files, not installed beside them.
 */
const bundledPackages = (part: 'main' | 'preload' | 'renderer') => {
  let paths: string[] = []
  return {
    name: 'bundled-packages',
    buildEnd(this: { getModuleIds(): IterableIterator<string> }) {
      const modules = [...this.getModuleIds()].map((id) => relative(root, id).replaceAll('\\', '/'))
      const found = modules.flatMap((id) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [])
      paths = [...new Set(found)].sort()
    },
    writeBundle: () =>
      writeFileSync(resolve(root, 'out', `packages-${part}.txt`), paths.map((path) => `${path}\n`).join('')),
  }
}

/**
 * The content security policy refuses style attributes in templates. Two libraries have one: `display: contents` on a
 * wrapper. It is removed here, and the style sheet has the style instead.
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
    plugins: [executable, commit, bundledPackages('main')],
    build: {
      // One build for Electron and for plain Node (browser edition and command line).
      target: 'node20.19',
      rolldownOptions: {
        input: {
          electron: resolve(root, 'src-main/electron/main.ts'),
          cli: resolve(root, 'src-main/cli/main.ts'),
          'export-worker': resolve(root, 'src-main/host/pictures/export-worker.ts'),
          'import-worker': resolve(root, 'src-main/host/import/import-worker.ts'),
          'picture-worker': resolve(root, 'src-main/host/pictures/picture-worker.ts'),
          'snapshot-worker': resolve(root, 'src-main/host/snapshot/snapshot-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [bundledPackages('preload')],
    build: {
      // A sandboxed preload is a single CommonJS file that can require nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [svelte(), withoutTemplateStyles, bundledPackages('renderer')],
    build: {
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: {
        input: resolve(root, 'src-renderer/index.html'),
        checks: { bundlerTimings: false },
      },
      // The page is loaded from the local disk, where one large file is as fast as several small ones.
      chunkSizeWarningLimit: 4000,
      minify: true,
      // One style sheet, in the order of the imports, however the scripts are split.
      cssCodeSplit: false,
      // The content security policy allows fonts and scripts only as files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
