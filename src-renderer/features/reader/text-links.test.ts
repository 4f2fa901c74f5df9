import { expect, test } from 'vitest'
import type { Source } from '#domain/records/source'
import { linkAt, linksWithin } from './text-links'

const link = (start: number, end: number) => ({ start, end, address: `https://example.org/${start}` })
const source = { links: [link(3, 6), link(10, 12), link(20, 30)] } as unknown as Source

test('the links of a part of an article are those that overlap it', () => {
  expect(linksWithin(source, { start: 5, end: 11 }).map(({ start }) => start)).toEqual([3, 10])
  expect(linksWithin(source, { start: 12, end: 20 })).toEqual([])
})

test('the link at an offset is the one whose words are there', () => {
  expect([2, 3, 5, 6, 29].map((offset) => linkAt(source, offset)?.start)).toEqual([
    undefined,
    3,
    3,
    undefined,
    20,
  ])
  expect(linkAt({} as Source, 0)).toBeUndefined()
})
