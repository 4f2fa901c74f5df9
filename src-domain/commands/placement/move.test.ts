import { expect, test } from 'vitest'
import { NO_HISTORY, record, type History } from '../../document/history'
import { applyPatch } from '../../document/patch'
import { Builder } from '../../testing/build'
import { runCommand } from '../registry'

test('P8 a card moved twice in one drop is at the last place', () => {
  const builder = new Builder()
  builder.claim('A claim', builder.map)
  const [placement] = [...builder.project.placements.keys()]
  builder.run('placement.move', {
    moves: [
      { placement: placement!, x: 1, y: 1 },
      { placement: placement!, x: 2, y: 2 },
    ],
  })
  expect(builder.project.placements.get(placement!)).toMatchObject({ x: 2, y: 2 })
})

test('moving a card to its own place, or a deleted card, changes nothing', () => {
  const builder = new Builder()
  builder.claim('A claim', builder.map)
  const [{ id, x, y } = { id: '', x: 0, y: 0 }] = [...builder.project.placements.values()]
  builder.run('placement.move', {
    moves: [
      { placement: id, x, y },
      { placement: 'gone', x: 1, y: 1 },
    ],
  })
  expect(builder.patches.at(-1)).toEqual([])
})

test('a card moved beyond the limit of coordinates is placed at the limit', () => {
  const builder = new Builder()
  for (const far of [1e7, -1e7]) {
    for (let count = 0; count < 9; count++) {
      builder.run('claim.add', {
        text: 'Far',
        category: 'judgement',
        map: builder.map,
        at: { x: far, y: far },
      })
    }
  }
  for (const { x, y } of builder.project.placements.values()) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1e7)
  }
})

/** The history after moving the cards in turn, one pixel each time and 100 ms apart. */
function historyOfMoves(as: 'nudge' | 'move', ...cards: number[]): History {
  const builder = new Builder()
  for (const text of ['One', 'Another']) builder.claim(text, builder.map)
  let { project } = builder
  let history = NO_HISTORY
  for (const [index, card] of cards.entries()) {
    const { id, x, y } = [...project.placements.values()][card]!
    const outcome = runCommand(
      project,
      'placement.move',
      { moves: [{ placement: id, x: x + 1, y }], as },
      builder.env,
    )
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    history = record(history, { ...outcome, at: index * 100 })
    const applied = applyPatch(project, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    project = applied.project
  }
  return history
}

test('arrow keys that move one card in quick succession are one undo entry', () => {
  expect(historyOfMoves('nudge', 0, 0, 0).done.map(({ label }) => label)).toEqual(['move card'])
})

test('moving another card, or moving one by a drag, is an undo entry of its own', () => {
  expect(historyOfMoves('nudge', 0, 1).done).toHaveLength(2)
  expect(historyOfMoves('move', 0, 0).done).toHaveLength(2)
})
