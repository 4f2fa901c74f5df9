import { expect, test } from 'vitest'
import { Panes } from './panes'
import { articleThatNotes } from './testing/workspace'

const article = (shown: unknown[]) => ({
  ...articleThatNotes([]),
  show: (span: unknown) => void shown.push(span),
})

test('a call to a pane on screen is delivered at once', () => {
  const panes = new Panes()
  const shown: unknown[] = []
  panes.register('article', article(shown), 's1')
  panes.ask('article', (pane) => pane.show({ start: 1, end: 2 }), 's1')
  expect(shown).toEqual([{ start: 1, end: 2 }])
})

test('a call to a pane that is not mounted waits for it and is delivered once', () => {
  const panes = new Panes()
  const shown: unknown[] = []
  panes.ask('article', (pane) => pane.show({ start: 1, end: 2 }), 's1')
  const unregister = panes.register('article', article(shown), 's1')
  expect(shown).toHaveLength(1)
  unregister()
  panes.register('article', article(shown), 's1')
  expect(shown).toHaveLength(1)
})

test('a call about one article is not delivered to the pane of another', () => {
  const panes = new Panes()
  const first: unknown[] = []
  const second: unknown[] = []
  panes.register('article', article(first), 's1')
  panes.ask('article', (pane) => pane.show({ start: 1, end: 2 }), 's2')
  panes.register('article', article(second), 's2')
  expect([first.length, second.length]).toEqual([0, 1])
})

test('only the last of several waiting calls to a pane is delivered', () => {
  const panes = new Panes()
  const shown: unknown[] = []
  for (const start of [1, 2, 3]) panes.ask('article', (pane) => pane.show({ start, end: 9 }), 's1')
  panes.register('article', article(shown), 's1')
  expect(shown).toEqual([{ start: 3, end: 9 }])
})

test('unmounting a pane after its successor has mounted does not remove the successor', () => {
  const panes = new Panes()
  const unregister = panes.register('mapSearch', { focus: () => undefined })
  const next = { focus: () => undefined }
  panes.register('mapSearch', next)
  unregister()
  expect(panes.get('mapSearch')).toBe(next)
})

test('calls that wait are dropped when another project is opened', () => {
  const panes = new Panes()
  const shown: unknown[] = []
  panes.ask('article', (pane) => pane.show({ start: 1, end: 2 }), 's1')
  panes.forget()
  panes.register('article', article(shown), 's1')
  expect(shown).toEqual([])
})
