import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../run.mjs'
import { CONDITIONS, importedPackages, licencesToFollow, noticeOf, shippedPackages } from './licences.mjs'
import { licenceText } from './licence-texts.mjs'
import { readJson } from './program.mjs'

const lock = readJson(join(root, 'package-lock.json'))
const packages = shippedPackages(lock, importedPackages(lock))

test('no package forbids redistribution under the terms of MIT', () => {
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !licencesToFollow(licence))).toEqual([])
})

test('a licence is chosen where there is a choice, and refused where there is none', () => {
  expect(licencesToFollow('(MIT OR GPL-3.0-or-later)')).toEqual(['MIT'])
  expect(licencesToFollow('MIT AND OFL-1.1')).toEqual(['MIT', 'OFL-1.1'])
  expect(licencesToFollow('GPL-3.0-only')).toBeUndefined()
  expect(licencesToFollow('none')).toBeUndefined()
})

test('the packages of the page are among them, those of the tools are not', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['svelte', '@xyflow/svelte', 'minisearch', 'pdfjs-dist']))
  expect(names.filter((name) => /^(vite|eslint|electron|elkjs|typescript|playwright)$/.test(name))).toEqual(
    [],
  )
})

test('the notice names the packages with conditions and has their texts', () => {
  const notice = noticeOf(lock, ['node_modules/svelte'])
  expect(notice).toMatch(/^svelte [\d.]+: MIT$/m)
  for (const condition of Object.values(CONDITIONS)) expect(notice).toContain(condition)
  expect(notice).toContain('SIL OPEN FONT LICENSE')
  expect(notice).toContain('Mozilla Public License Version 2.0')
})

test('a package without a text of its own has its authors and the standard text', () => {
  const text = licenceText(join(root, 'node_modules/dfa'), ['MIT'])
  expect(text).toMatch(/^Copyright \(c\) Devon Govett[^]*Permission is hereby granted/)
  expect(licenceText(join(root, 'node_modules/dfa'), ['Other'])).toBeUndefined()
})
