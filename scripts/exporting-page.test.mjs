import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PICTURE_OPTION_NAMES, PICTURE_OPTIONS } from '#domain/formats/export/picture-options'
import { EXPORT_FORMATS, exportFormatNamed } from '#domain/formats/export/catalogue'
import { CONTENTS } from '#domain/formats/export/left-out/contents'
import { pictureFlagRows } from '../src-main/cli/picture-flags'
import { root } from './run.mjs'
import { WRITTEN_FORMATS } from './written-formats.mjs'

const page = (name) => readFileSync(join(root, 'docs', 'guide', name), 'utf8')

test('the guide lists every picture option of the dialog and the command line', () => {
  const rows = pictureFlagRows().map(
    ({ flag, does }, at) => `| ${PICTURE_OPTIONS[PICTURE_OPTION_NAMES[at]].title} | \`${flag}\` | ${does} |`,
  )
  const table = ['| in the dialog | on the command line | what it does |', '|---|---|---|', ...rows, '']
  expect(page('exporting.md')).toContain(table.join('\n'))
})

test('the guide names every format of the command line', () => {
  const named = [...page('command-line.md').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)
  expect(named).toEqual(expect.arrayContaining(EXPORT_FORMATS.map(({ name }) => name)))
})

/** What says nothing of a format that other rows do not say. */
const PARTS = [
  'lines',
  'uncertainPassages',
  'passagesWithoutAddress',
  'otherMaps',
  'elsewhere',
  'idleArticles',
]

test('the guide says of every content what survives in the formats of other programs', () => {
  const formats = Object.keys(WRITTEN_FORMATS).map((name) => exportFormatNamed(name))
  const signOf = ({ loses, ours = [] }, content) =>
    loses.includes(content) ? '○' : ours.includes(content) ? '◐' : '●'
  const rows = Object.entries(CONTENTS).flatMap(([name, { many }]) => {
    const signs = formats.map((format) => signOf(format, name))
    // What only the whole project has says nothing of a format, nor does what all keep.
    return PARTS.includes(name) || new Set(signs).size === 1 ? [] : [`| ${[many, ...signs].join(' | ')} |`]
  })
  const head = ['', ...Object.values(WRITTEN_FORMATS)]
  const table = [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows, '']
  expect(page('exporting.md')).toContain(table.join('\n'))
})
