import { expect, test } from 'vitest'
import { COLOURS } from '#domain/vocabulary/palette'
import { DEPTHS } from './depths'
import { highlightRules } from './highlight-rules'

test('highlights give no element outside an article a further style', () => {
  const rules = highlightRules()
  expect(rules.length).toBeGreaterThan(COLOURS.length * DEPTHS)
  expect(rules.filter((rule) => !rule.startsWith('article ::highlight('))).toEqual([])
})
