import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'

test('P8 one card moved twice in one drop stands at the last place', () => {
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

test('a card that stands there already, or is gone, changes nothing', () => {
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

test('a card wished for at the end of the map is put where the file may have it', () => {
  const builder = new Builder()
  for (const far of [1e7, -1e7]) {
    for (let count = 0; count < 9; count++) {
      builder.run('claim.add', { text: 'Far', category: 'claim', map: builder.map, at: { x: far, y: far } })
    }
  }
  for (const { x, y } of builder.project.placements.values()) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1e7)
  }
})
