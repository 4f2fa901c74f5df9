import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { Panes } from '../panes'
import { View } from './view.svelte'

test('P6 one thing is selected at a time', () => {
  const view = new View()
  view.select({ type: 'claims', ids: ['c1', 'c2'] })
  view.select({ type: 'relation', id: 'r1' })
  expect([view.claims, view.relation]).toEqual([[], 'r1'])
  view.select({ type: 'review' })
  expect([view.claims, view.relation]).toEqual([[], undefined])
})

test('selected article details follow the article that is opened', () => {
  const view = new View()
  view.turnTo({ type: 'source', id: 's1' })
  view.openSource('s2')
  expect(view.selection).toEqual({ type: 'sources', ids: ['s2'] })
})

test('opening another article or map is reported once for each', () => {
  let told = 0
  const view = new View(() => told++)
  view.openSource('s1')
  view.openSource('s1')
  view.openMap('m1')
  expect(told).toBe(2)
})

test('commands do not get deleted records', () => {
  const { project } = new Builder()
  const view = new View()
  view.reset('gone', 'gone')
  view.select({ type: 'claims', ids: ['gone'] })
  const { claims, sources, map } = view.context(project, new Panes())
  expect({ claims, sources, map }).toEqual({ claims: [], sources: [], map: undefined })
})

test('deselecting words on the page does not clear the sentence cursor', () => {
  const view = new View()
  const span = { start: 0, end: 5 }
  view.take({ source: 's1', span, anchor: span })
  view.selectWords('s1', undefined)
  expect(view.passage).toEqual({ source: 's1', ...span })
  view.deselect()
  expect([view.passage, view.byKeys]).toEqual([undefined, false])
})

test('going to a passage shows the current version of its article', () => {
  const view = new View()
  view.showsOriginal = true
  view.previousText = { source: 's1', index: 0 }
  view.visit('s1', { start: 2, end: 4 })
  expect([view.showsOriginal, view.previousText, view.visited]).toEqual([
    false,
    undefined,
    { source: 's1', start: 2, end: 4 },
  ])
})
