import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importOrder } from './import-order'

const name = (file: string) => file

test('references are read after the articles that are imported with them', () => {
  expect(importOrder(['library.bib', 'a.txt', 'more.csl.json', 'b.pdf', 'map.json'], name)).toEqual([
    'a.txt',
    'b.pdf',
    'map.json',
    'library.bib',
    'more.csl.json',
  ])
})

test('every file is read once, and articles and references each keep their order', () => {
  const files = fc.array(fc.tuple(fc.constantFrom('txt', 'pdf', 'json', 'bib', 'ris', 'xyz'), fc.nat()))
  fc.assert(
    fc.property(files, (parts) => {
      const given = parts.map(([extension, number], at) => ({ name: `${number}.${extension}`, at }))
      const ordered = importOrder(given, (file) => file.name)
      expect(ordered).toHaveLength(given.length)
      expect(new Set(ordered)).toEqual(new Set(given))
      const isReferences = (file: { name: string }) => /\.(bib|ris)$/.test(file.name)
      const position = (file: { name: string; at: number }) =>
        file.at + (isReferences(file) ? given.length : 0)
      expect(ordered).toEqual([...given].sort((a, b) => position(a) - position(b)))
    }),
  )
})
