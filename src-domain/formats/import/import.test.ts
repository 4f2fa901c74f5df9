import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksFit } from '../../document/integrity'
import { load } from '../../document/load'
import { IMPORT_FORMATS, importFormatOf } from './catalogue'
import { UnreadableError, type Imported, type IncomingText } from './format'
import { readMarkdown } from './markdown'
import { isTextFormat, TEXT_READERS } from './readers'

const SAMPLES = join(import.meta.dirname, 'samples')
const files = (format: string) =>
  readdirSync(join(SAMPLES, format)).filter((name) => !name.endsWith('.expected.json'))
const read = (...path: string[]) => readFileSync(join(SAMPLES, ...path), 'utf8')

/** The formats that the domain reads; the host tests the others. */
const TEXT_FORMATS = IMPORT_FORMATS.filter(({ name }) => isTextFormat(name))

async function imported(file: IncomingText): Promise<Imported> {
  const name = importFormatOf(file.fileName)?.name
  if (!name || !isTextFormat(name)) throw new Error('no text format')
  const reader = await TEXT_READERS[name]()
  return reader(file)
}

/** An article with the words of each block instead of its offsets, as the samples' expectations have it. */
async function readable(fileName: string, text: string) {
  const read = await imported({ fileName, text, encoding: 'UTF-8' })
  if (read.kind !== 'article') throw new Error('no article')
  const { article } = read
  const blocks = article.blocks.map(({ start, end, ...block }) => ({
    ...block,
    text: article.text.slice(start, end),
  }))
  return { title: article.title, blocks }
}

const samples = TEXT_FORMATS.flatMap(({ name }) => files(name).map((file) => [name, file] as const))

test('P10 every import format has a sample for each of its main extensions', () => {
  for (const { name, extensions } of TEXT_FORMATS) {
    expect(
      files(name).map((file) => file.split('.').at(-1)),
      name,
    ).toContain(extensions[0])
  }
})

describe.each(samples.filter(([format]) => format !== 'project'))('%s: %s', (format, file) => {
  test('is read as expected', async () => {
    const expected = JSON.parse(read(format, `${file}.expected.json`)) as unknown
    expect(await readable(file, read(format, file))).toEqual(expected)
  })

  test('is kept as original text, with its file name and encoding', async () => {
    const text = read(format, file)
    expect(await imported({ fileName: file, text, encoding: 'windows-1252' })).toMatchObject({
      article: { originalText: text, fileName: basename(file), encoding: 'windows-1252', format },
    })
  })
})

test('the file of a project or map is passed on unchanged', async () => {
  for (const file of files('project')) {
    const text = read('project', file)
    expect(await imported({ fileName: file, text, encoding: 'UTF-8' })).toEqual({
      kind: 'project',
      file: text,
    })
    expect(load(text)).toMatchObject({ ok: true })
  }
})

test.each([
  ['a.md', '', 'It has no text.'],
  ['a.md', '---\n\n<!-- nothing -->\n\n[a]: b', 'It has no text.'],
  ['a.txt', ' \n\t\n', 'It has no text.'],
  ['a.json', '{"name": "a package"}', 'The file is JSON, but not a Counterpoint project.'],
  ['a.json', '', 'The file is empty.'],
])('P11 %s with nothing to import is refused with a message', async (fileName, text, words) => {
  await expect(imported({ fileName, text, encoding: 'UTF-8' })).rejects.toThrow(new UnreadableError(words))
})

test('a project that is not UTF-8 is refused, without guessing its encoding', async () => {
  const file = { fileName: 'a.json', text: read('project', files('project')[0]!), encoding: 'windows-1252' }
  await expect(imported(file)).rejects.toThrow(/not UTF-8/)
})

test.each([
  ['A.B.TXT', 'text'],
  ['notes.Markdown', 'markdown'],
  ['map.json', 'project'],
  ['map.counterpoint', 'project'],
  ['picture.png', undefined],
  ['txt', undefined],
  ['no-extension.', undefined],
])('the format of %s is recognised by its extension', (fileName, name) => {
  expect(importFormatOf(fileName)?.name).toBe(name)
})

describe('markdown', () => {
  const article = (text: string) => {
    const imported = readMarkdown({ fileName: 'a.md', text, encoding: 'UTF-8' })
    return imported.kind === 'article' ? imported.article : undefined
  }

  test('gives blocks in order, with only white space between them, whatever the file', () => {
    const marks = fc.constantFrom(
      '# ',
      '> ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '```\n',
      '    ',
      '<b>',
      '<!-- ',
      '*',
      '[a](b)',
      '&amp;',
      '🧭',
      '\0',
      '\ud83d',
      'word ',
      '\r\n',
      '---\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
        let read: ReturnType<typeof article>
        try {
          read = article(parts.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError)
          return
        }
        const { text, blocks, title } = read!
        expect(blocksFit({ text, blocks })).toBe(true)
        expect(
          blocks.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text).trim(),
        ).toBe('')
        expect([title.trim() !== '', title.isWellFormed(), text.isWellFormed()]).toEqual([true, true, true])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps plain paragraphs unchanged', () => {
    const sentence = fc
      .array(fc.constantFrom('one', 'two', 'three,', '🧭', 'עברית'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        expect(article(paragraphs.join('\n\n'))!.text).toBe(paragraphs.join('\n\n'))
      }),
    )
  })

  test('cuts a long heading to a title between characters', () => {
    expect(article(`# ${'x'.repeat(199)}🧭 and more`)!.title).toBe('x'.repeat(199))
  })

  test('is refused if it has only two hundred thousand unclosed comments', () => {
    expect(() => article('<!--'.repeat(200_000))).toThrow(UnreadableError)
  })
})
