import { expect, test } from 'vitest'
import { readImport } from '../import-file'

const INHERITED = ['constructor', 'hasOwnProperty', 'isPrototypeOf', 'toString', 'valueOf', '__proto__']

const read = async (fileName: string, text: string) => {
  const imported = await readImport(fileName, new TextEncoder().encode(text))
  return imported.kind === 'article' ? imported.article.text : ''
}

/** Tables of known names are looked up with names from files. A name that every object inherits is not in a table. */
test.each(INHERITED)('P11 a file can use the name %s for anything', async (name) => {
  expect(await read('a.rtf', `{\\rtf1 Before \\${name} after.\\par}`)).toContain('after.')
  expect(
    await read('a.html', `<html><body><p>Before.</p><${name}><p>After.</p></${name}></body></html>`),
  ).toContain('After.')
  const csl = JSON.stringify([{ id: 'one', type: name, language: name, title: 'A title' }])
  expect(await readImport('a.csl.json', new TextEncoder().encode(csl))).toMatchObject({
    kind: 'references',
    references: [{ title: 'A title' }],
  })
})
