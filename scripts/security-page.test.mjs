import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8')

test('the page on security has all twenty items of Electron’s checklist, all but one with a test', () => {
  const items = [...page.matchAll(/^\| (\d+)\. .* \| (.*) \|$/gm)]
  expect(items.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
  expect(items.filter(([, , tested]) => !tested.includes('`')).map(([, number]) => number)).toEqual(['16'])
})

test('the files that it names exist', () => {
  const named = [...page.matchAll(/`((?:src-|e2e|scripts|docs)[^`]*\/[^`]*|[\w.]+\.js(?:on)?)`/g)].map(
    ([, path]) => path,
  )
  expect(named.length).toBeGreaterThan(20)
  // This one is written into the data folder.
  const missing = named.filter((path) => path !== 'running.json' && !existsSync(join(root, path)))
  expect(missing).toEqual([])
})
