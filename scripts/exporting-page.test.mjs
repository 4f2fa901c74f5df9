import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PICTURE_OPTION_NAMES, PICTURE_OPTIONS } from '#domain/formats/export/picture-options'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import { pictureFlagRows } from '../src-main/cli/picture-flags'
import { root } from './run.mjs'

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
