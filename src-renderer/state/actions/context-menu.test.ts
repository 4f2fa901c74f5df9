// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import type { MenuEntry, Submenu } from '../menu'
import { workspaceOf } from '../testing/workspace'
import type { Pointed } from '../view/pointed'
import type { Selection } from '../view/selection'
import { ACTIONS } from './actions'
import { contextMenu } from './context-menu'

/** An article with a marked passage, two grouped and linked cards on the map, and a claim that is on none. */
function deskOf() {
  const builder = new Builder()
  const { map } = builder
  const source = builder.source('Ankara bought the system. Moscow sold it.')
  const marked = builder.run('claim.fromSelection', { source, start: 0, end: 6, map })
  const ground = builder.claim('It was hedging.', map)
  const relation = builder.relation('support', [ground], marked)
  builder.run('group.make', { claims: [marked, ground], map, title: 'The deal' })
  builder.run('claim.tag', { claim: marked, tags: ['energy'] })
  const [excerpt] = builder.project.excerpts.keys()
  const elsewhere = builder.claim('It was a bribe.')
  const { workspace, view, session } = workspaceOf(builder)
  const nothing = () => undefined
  workspace.panes.register('map', { hasFocus: () => true, focus: nothing })
  workspace.panes.register('canvas', {
    tidy: async () => Promise.resolve(),
    zoomTo: nothing,
    bringIntoSight: nothing,
    fit: nothing,
    fitFocus: nothing,
    centre: nothing,
    cardHeight: nothing,
    focusedCard: nothing,
  })
  return { workspace, view, session, source, marked, ground, relation, elsewhere, excerpt: excerpt! }
}

const desk = deskOf()

/** The sections of a menu as text, each submenu with its entries in brackets. */
function menuOf(selection: Selection, pointed: Pointed, prepare?: () => void) {
  const { workspace, view } = desk
  view.reset(desk.source, view.map)
  view.select(selection)
  view.pointed = pointed
  prepare?.()
  const wordsOf = (entry: MenuEntry | Submenu): string =>
    'entries' in entry ? `${entry.label} (${entry.entries.map(wordsOf).join(', ')})` : entry.label
  return contextMenu(workspace, pointed.on).map((section) => section.map(wordsOf).join(', '))
}
const { marked, ground, relation, elsewhere, excerpt } = desk

const CATEGORIES = 'Category (Evidence, Assumption, Judgement, Question, Hypothesis)'
const OF_CLAIM = 'Edit wording, Write a note, Tag…, Link to another claim…, Show next passage, Go to verdict'
const SUPPOSE = 'Suppose off or back on, Suppose true or no longer'
const OF_CARDS = 'Focus, Pin or unpin, Collapse or expand, Add to the presentation'
const ALIGN =
  'Align left edges, Align centres, Align right edges, Align top edges, Align middles, Align bottom edges'
const UNSTATED = 'Mark or unmark as an unstated premise'
const VIEWS =
  'Fit map, Select all cards, Find on the map, Show as outline or cards, Tidy, Switch tidy direction'
const SHOW = 'Present, Set presentation steps…, Rename map, Copy as picture, New map'

const one: Selection = { type: 'claims', ids: [marked] }
const two: Selection = { type: 'claims', ids: [marked, ground] }
const none: Selection = { type: 'none' }

/** What is selected, what the menu is opened on, and the sections of the menu. */
const MENUS: readonly [string, Selection, Pointed, string[]][] = [
  [
    'a card',
    one,
    { on: 'card' },
    [
      `${CATEGORIES}, ${OF_CLAIM}, ${SUPPOSE}, ${UNSTATED}`,
      `New ground, New objection, Zoom in, Tidy branch, ${OF_CARDS.replace('Focus', 'Focus, Show only its reasons')}, Ungroup`,
      'Export…',
      'Remove from map, Delete',
    ],
  ],
  [
    'several cards',
    two,
    { on: 'card' },
    [
      `${CATEGORIES}, Tag…, ${SUPPOSE}, Merge`,
      `Align and distribute (${ALIGN}), Zoom in, Tidy, ${OF_CARDS}, Group, Ungroup`,
      'Export…',
      'Remove from map, Delete',
    ],
  ],
  [
    'a claim that is on no map',
    { type: 'claims', ids: [elsewhere] },
    { on: 'claim' },
    [`${CATEGORIES}, ${OF_CLAIM}, ${SUPPOSE}, Add to map, ${UNSTATED}`, 'Export…', 'Delete'],
  ],
  [
    'a relation',
    { type: 'relation', id: relation },
    { on: 'relation' },
    [
      'Suppose off or back on',
      'Add linked premise…, Undercut relation…, Change relation to attack, Change relation to contradiction, Reverse',
      'Delete relation',
    ],
  ],
  ['a group', two, { on: 'group' }, [`Rename group, Zoom in, Tidy, ${OF_CARDS}, Ungroup`, 'Remove from map']],
  ['the canvas', none, { on: 'map' }, ['New claim here', `${VIEWS}, ${SHOW}`, 'Export…', 'Delete map']],
  [
    'a passage',
    one,
    { on: 'passage', id: excerpt },
    [`${CATEGORIES}, ${OF_CLAIM}`, 'Copy, Copy as quotation', 'Detach passage'],
  ],
  [
    'an article',
    none,
    { on: 'article' },
    [
      'Show details',
      'Review passages that moved or changed, Find in this article',
      'Import articles or a map…, Export…',
      'Remove from project',
    ],
  ],
  ['a tag', none, { on: 'tag', id: 'energy' }, ['Select the claims with this tag', 'Delete tag']],
]

test.each(MENUS)('the menu of %s has the commands that apply to it', (_, selection, pointed, sections) => {
  expect(menuOf(selection, pointed)).toEqual(sections)
})

test('selected words can be marked in each category, and added to the selected claim', () => {
  const { view, source } = desk
  const words = () => view.selectWords(source, { start: 7, end: 13 })
  expect(menuOf(one, { on: 'words' }, words)).toEqual([
    'Mark as (Evidence, Assumption, Judgement, Question, Hypothesis), Add to claim…, Add to map, Add selection to the selected claim',
    'Copy, Copy as quotation',
    'Find in this article, Set block aside',
  ])
  expect(menuOf(none, { on: 'words' }, words)[0]).not.toContain('selected claim')
})

test('nothing is offered on what is gone, and every subject has a menu', () => {
  expect(menuOf({ type: 'relation', id: 'gone' }, { on: 'relation' })).toEqual([])
  const subjects = new Set(ACTIONS.flatMap(({ context }) => context?.on ?? []))
  expect([...subjects].sort()).toEqual([...new Set([...MENUS.map(([, , { on }]) => on), 'words'])].sort())
})

test('an entry runs its action on what the menu is about', () => {
  menuOf(none, { on: 'tag', id: 'energy' })
  const [[select] = []] = contextMenu(desk.workspace, 'tag')
  if (select && 'run' in select) select.run()
  expect(desk.view.claims).toEqual([marked])
})
