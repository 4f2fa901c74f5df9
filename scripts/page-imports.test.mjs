import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, importsOf } from './import-graph.mjs'
import { root } from './run.mjs'

/** Every file of ours, from the root of the repository, and every package that a file leads to. */
function reachedFrom(start) {
  const files = new Set()
  const packages = new Set()
  const waiting = [start]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (!/\.(ts|svelte)$/.test(file)) continue
    for (const name of importsOf(file, { types: false })) {
      const next = fileOf(name, file)
      if (next) waiting.push(next)
      else packages.add(name)
    }
  }
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages] }
}

const page = reachedFrom(join(root, 'src-renderer/main.ts'))

test('the page imports the catalogues of formats, but no reader or writer', () => {
  const formats = page.files.filter((file) => file.startsWith('src-domain/formats/'))
  expect(formats).toContain('src-domain/formats/export/catalogue.ts')
  expect(formats).toContain('src-domain/formats/import/catalogue.ts')
  const known =
    /\/(catalogue|format|reference|clipboard-fragment|picture-options|choices|audiences|origin-of-map)\.ts$|\/(catalogue|left-out)\//
  expect(formats.filter((file) => !known.test(file))).toEqual([])
})

test('of text reading, the page imports only sentences and words, and no word list', () => {
  const text = page.files.filter((file) => file.startsWith('src-domain/text/'))
  expect(text.filter((file) => !/^src-domain\/text\/(clean|sentences)\//.test(file))).toEqual([])
  expect(page.packages.filter((name) => /word|yaml|markdown|docx|pdf|resvg|fontkit/.test(name))).toEqual([])
})

test('the host, which reads and writes formats, imports all of them', () => {
  const host = reachedFrom(join(root, 'src-main/host/import/import-worker.ts'))
  expect(host.files).toContain('src-domain/formats/import/markdown.ts')
  expect(host.packages).toEqual(expect.arrayContaining(['yaml', 'mdast-util-from-markdown']))
})
