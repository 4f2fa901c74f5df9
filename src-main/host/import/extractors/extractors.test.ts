import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ArticleSchema } from '#domain/records/article'
import { IMPORT_FORMATS } from '#domain/formats/import/catalogue'
import { isTextFormat } from '#domain/formats/import/readers'
import { blocksFit } from '#domain/document/integrity'
import { readImport } from '../import-file'

const SAMPLES = join(import.meta.dirname, '../../../../src-domain/formats/import/samples')
const FORMATS = IMPORT_FORMATS.filter(({ name }) => !isTextFormat(name) && name !== 'interchange')

const files = (format: string) =>
  existsSync(join(SAMPLES, format))
    ? readdirSync(join(SAMPLES, format)).filter((name) => !name.endsWith('.expected.json'))
    : []
const samples = FORMATS.flatMap(({ name }) => files(name).map((file) => [name, file] as const))

/** An import as it is compared: an article has the words of each block instead of its offsets. */
async function readable(format: string, file: string): Promise<unknown> {
  const imported = await readImport(file, readFileSync(join(SAMPLES, format, file)))
  if (imported.kind !== 'article') return imported
  const { text, blocks, originalText, previousTexts, fileName, ...known } = imported.article
  expect({ originalText: originalText === '', previousTexts, fileName }).toEqual({
    originalText: false,
    previousTexts: [],
    fileName: file,
  })
  expect(blocksFit({ text, blocks })).toBe(true)
  expect(v.safeParse(ArticleSchema, imported.article).issues).toBeUndefined()
  return {
    ...known,
    blocks: blocks.map(({ start, end, ...block }) => ({ ...block, text: text.slice(start, end) })),
  }
}

test('P10 every format that the host reads has a sample for each of its main extensions', () => {
  for (const { name, extensions } of FORMATS) {
    expect(
      files(name).map((file) => file.split('.').at(-1)),
      name,
    ).toContain(extensions[0])
  }
})

describe.each(samples)('%s: %s', (format, file) => {
  test('is read as expected', async () => {
    const expected = JSON.parse(
      readFileSync(join(SAMPLES, format, `${file}.expected.json`), 'utf8'),
    ) as object
    // An expectation may leave out properties that are not its point.
    expect(await readable(format, file)).toMatchObject(expected)
  })
})
