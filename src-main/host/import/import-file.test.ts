import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { TEXT_LIMIT } from '#domain/formats/import/format'
import { readImport } from './import-file'

const utf8 = (text: string) => Buffer.from(text)
const PROJECT = save(sampleProject())

test('the format of an article is recognised by its file name', async () => {
  expect(await readImport('notes.md', utf8('# Title\n\nWords.'))).toMatchObject({
    kind: 'article',
    article: { format: 'markdown', title: 'Title' },
  })
  expect(await readImport('notes.txt', utf8('Just some words.'))).toMatchObject({
    kind: 'article',
    article: { format: 'text' },
  })
})

test('a windows-1252 article keeps its quotes, and its encoding is named', async () => {
  const bytes = Buffer.concat([
    utf8('He said '),
    Uint8Array.of(0x93),
    utf8('no'),
    Uint8Array.of(0x94),
    utf8('.'),
  ])
  expect(await readImport('old.md', bytes)).toMatchObject({
    article: { text: 'He said “no”.', encoding: 'windows-1252' },
  })
  expect(await readImport('old.txt', bytes)).toMatchObject({ article: { encoding: 'windows-1252' } })
})

test('a project or a map is passed on unchanged, whatever its size', async () => {
  const large = PROJECT.replace('"title": "Sample"', `"title": "Sample", "more": "${'x'.repeat(TEXT_LIMIT)}"`)
  for (const file of [PROJECT, large])
    expect(await readImport('map.json', utf8(file))).toEqual({ kind: 'project', file })
})

test('a table that is not known here is named, because a merge cannot tell what it points to', async () => {
  const file = PROJECT.replace('"title": "Sample"', '"title": "Sample", "sketches": [{"id": "a"}]')
  expect(await readImport('map.json', utf8(file))).toMatchObject({
    report: [
      {
        what: 'Records of the unknown table “sketches”, which are kept as they are, but for those whose ids the project has',
        count: 1,
      },
    ],
  })
})

test.each<[string, string, Uint8Array, string, RegExp]>([
  ['an empty file', 'a.txt', new Uint8Array(), 'unreadable', /^The file is empty/],
  ['white space alone', 'a.md', utf8(' \n '), 'unreadable', /has no text/],
  [
    'a picture with the name of a text',
    'a.txt',
    Buffer.alloc(500, 3),
    'unreadable',
    /not text, despite its name/,
  ],
  [
    '21 MB of text',
    'a.txt',
    Buffer.alloc(21 * 1024 * 1024, 'a'),
    'too-large',
    /has 21 MB, more than the limit of 20 MB/,
  ],
  [
    '7 MB of Markdown, whose marks would take too much memory',
    'a.md',
    Buffer.alloc(7 * 1024 * 1024, 'a'),
    'too-large',
    /has 7 MB, more than the limit of 6 MB/,
  ],
  ['a kind that nobody reads', 'a.xyz', utf8('words'), 'unsupported', /cannot be imported.*\.txt.*\.md/],
  ['no kind at all', 'README', utf8('words'), 'unsupported', /cannot be imported/],
  ['JSON that is no project', 'a.json', utf8('{}'), 'unreadable', /not a Counterpoint project/],
  ['a project cut short', 'a.json', utf8(PROJECT.slice(0, 500)), 'unreadable', /incomplete/],
  [
    'a project that is not UTF-8',
    'a.json',
    Buffer.from(PROJECT.replace('Sample', 'Año'), 'latin1'),
    'unreadable',
    /not UTF-8/,
  ],
])('P11 %s is refused in words', async (_case, name, bytes, code, message) => {
  await expect(readImport(name, bytes)).rejects.toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error,
  )
})

test('a hundred thousand marks on a letter are spread over carriers, in every format', async () => {
  const tower = 'a' + '\u0301'.repeat(100_000)
  for (const name of ['a.txt', 'a.md', 'a.html']) {
    const imported = await readImport(name, utf8(`${tower} and a word.`))
    if (imported.kind !== 'article') throw new Error('no article')
    const { text, blocks, report } = imported.article
    expect(text).not.toMatch(/\p{M}{31}/u)
    expect(text.slice(blocks[0]!.start, blocks[0]!.end)).toMatch(/and a word\.$/)
    expect(report).toContainEqual({ what: expect.stringContaining('combining marks') as string, count: 1 })
  }
})

test('the texts of an archive keep their byte order marks, so that it can be written again', async () => {
  const project = '<Project xmlns="urn:QDA-XML:project:1.0" name="Study"><Sources/></Project>'
  const archive = zipSync({ 'project.qde': utf8(project), 'sources/one.txt': utf8('\uFEFFIt silts up.') })
  const imported = await readImport('study.qdpx', archive)
  const { origins } = JSON.parse('file' in imported ? imported.file : '{}') as {
    origins: { content: string }[]
  }
  expect(JSON.parse(origins[0]!.content)).toEqual({
    'project.qde': project,
    'sources/one.txt': '\uFEFFIt silts up.',
  })
})
