import { expect, test } from 'vitest'
import type { Selected } from '#domain/commands/command'
import { View } from '../view/view.svelte'
import { Arrivals } from './arrivals'
import { importedInWords } from './import-line'

const made = (select: Selected) => ({ done: true, made: [], label: '', patch: [], select }) as never
const article = (id: string) => made({ type: 'source', id })

test('the first article of an import opens, and the others leave it on screen', () => {
  const view = new View()
  const arrivals = new Arrivals(view)
  arrivals.show({ done: false, refusal: 'It cannot be read.' })
  arrivals.show(article('a'))
  arrivals.show(article('b'))
  expect(view.source).toBe('a')
  expect(arrivals.isUndisturbed).toBe(true)
})

test('an import takes nothing away from who has turned to something else', () => {
  const turns = [
    (view: View) => view.openSource('read'),
    (view: View) => view.select({ type: 'claims', ids: ['c'] }),
    (view: View) => view.openMap('m'),
  ]
  for (const turn of turns) {
    const view = new View()
    const arrivals = new Arrivals(view)
    turn(view)
    const { source, selection } = view
    arrivals.show(article('a'))
    expect(arrivals.isUndisturbed).toBe(false)
    expect([view.source, view.selection]).toEqual([source, selection])
  }
})

test('the project that an import has made does not count as what the user turned to', () => {
  const view = new View()
  const arrivals = new Arrivals(view)
  view.openMap('first')
  arrivals.beginHere()
  arrivals.show(article('a'))
  expect(view.source).toBe('a')
})

test('a message says how many files were imported', () => {
  const lines = (imported: number, refused: number) => [
    ...Array.from({ length: imported }, () => ({ fileName: 'a', outcome: 'added' as const })),
    ...Array.from({ length: refused }, () => ({ fileName: 'b', outcome: 'not imported' as const })),
  ]
  expect(importedInWords(lines(1, 0))).toBe('1 of 1 file imported')
  expect(importedInWords(lines(1, 2))).toBe('1 of 3 files imported, 2 failed')
})
