import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../run.mjs'
import { CONDITIONS, licencesToFollow, noticeOf, shippedPackages } from './licences.mjs'
import { licenceText } from './licence-texts.mjs'
import { readJson } from './program.mjs'

const lock = readJson(join(root, 'package-lock.json'))

test('no package that is installed with it forbids redistribution under the terms of MIT', () => {
  const packages = shippedPackages(lock, [])
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !licencesToFollow(licence))).toEqual([])
})

test('a licence is chosen where there is a choice, and refused where there is none', () => {
  expect(licencesToFollow('(MIT OR GPL-3.0-or-later)')).toEqual(['MIT'])
  expect(licencesToFollow('MIT AND OFL-1.1')).toEqual(['MIT', 'OFL-1.1'])
  expect(licencesToFollow('GPL-3.0-only')).toBeUndefined()
  expect(licencesToFollow('none')).toBeUndefined()
})

test('the notice names the packages with conditions and has their texts', () => {
  const notice = noticeOf(lock, ['node_modules/svelte'])
  expect(notice).toMatch(/^svelte [\d.]+: MIT$/m)
  for (const condition of Object.values(CONDITIONS)) expect(notice).toContain(condition)
  expect(notice).toContain('SIL OPEN FONT LICENSE')
  expect(notice).toContain('Mozilla Public License Version 2.0')
})

test('nothing is packed if a package in the build forbids it', () => {
  const path = 'node_modules/svelte'
  const other = {
    packages: { ...lock.packages, [path]: { ...lock.packages[path], license: 'GPL-3.0-only' } },
  }
  expect(() => noticeOf(other, [path])).toThrow('svelte (GPL-3.0-only) may not be redistributed')
})

test('a package without a text of its own has its authors and the standard text', () => {
  const text = licenceText(join(root, 'node_modules/dfa'), ['MIT'])
  expect(text).toMatch(/^Copyright \(c\) Devon Govett[^]*Permission is hereby granted/)
  expect(licenceText(join(root, 'node_modules/dfa'), ['Other'])).toBeUndefined()
})
