import { describe, expect, test } from 'vitest'
import { contrast, distance, SIGHTS } from '../testing/colour'
import { COLOURS, GROUNDS, RELATION_LOOKS, SHADES, SIGNALS, type Theme } from './palette'

const THEMES = ['light', 'dark'] as const
const groundsOf = (theme: Theme) => {
  const { page, card, panel, raised } = GROUNDS[theme]
  return [page, card, panel, raised]
}
const relationsOf = (theme: Theme) => Object.values(RELATION_LOOKS).map((look) => look[theme])
const marksOf = (theme: Theme) => COLOURS.map((colour) => SHADES[theme][colour].mark)

/** The pairs of two lists, or of one with itself. */
const pairs = (some: readonly string[], others = some): [string, string][] =>
  some.flatMap((a, index) =>
    (others === some ? some.slice(index + 1) : others).map((b): [string, string] => [a, b]),
  )

/** The pairs that are nearer than the limits allow, in CIEDE2000 units, with normal and with deficient sight. */
const tooNear = (all: readonly [string, string][], normal: number, deficient: number) =>
  Object.entries(SIGHTS).flatMap(([sight, see]) =>
    all
      .map(([a, b]) => ({ sight, a, b, distance: distance(see(a), see(b)) }))
      .filter((pair) => pair.distance < (sight === 'normal' ? normal : deficient)),
  )

describe.each(THEMES)('in the %s theme', (theme) => {
  const { ink, muted, selected } = GROUNDS[theme]
  const { warning, wash, found } = SIGNALS[theme]

  test('text has a contrast of 4.5:1, lines and bars of 3:1', () => {
    const low: unknown[] = []
    const check = (colour: string, grounds: readonly string[], limit: number) =>
      grounds.forEach((ground) => contrast(colour, ground) < limit && low.push([colour, ground, limit]))
    for (const colour of COLOURS) {
      const shade = SHADES[theme][colour]
      check(shade.ink, [...groundsOf(theme), shade.wash], 4.5)
      check(shade.mark, groundsOf(theme), 3)
      check(ink, [shade.wash], 4.5)
    }
    // The signs of relations are text.
    for (const colour of relationsOf(theme)) check(colour, groundsOf(theme), 4.5)
    check(warning, [...groundsOf(theme), wash], 4.5)
    check(ink, [...groundsOf(theme), selected, wash, found], 4.5)
    check(muted, [...groundsOf(theme), selected], 4.5)
    expect(low).toEqual([])
  })

  test('categories can be told apart, with colour blindness too', () => {
    expect(tooNear(pairs(marksOf(theme)), 10, 6)).toEqual([])
    expect(tooNear(pairs(COLOURS.map((colour) => SHADES[theme][colour].wash)), 8, 4)).toEqual([])
  })

  test('relations can be told apart, with colour blindness too', () => {
    expect(tooNear(pairs(relationsOf(theme)), 15, 11)).toEqual([])
  })

  test('no category, relation, warning or selection looks like another of these', () => {
    const groups = [marksOf(theme), relationsOf(theme), [warning], [ink]]
    const between = groups.flatMap((group, index) =>
      groups.slice(index + 1).flatMap((other) => pairs(group, other)),
    )
    expect(tooNear(between, 11, 6.5)).toEqual([])
    expect(
      tooNear(
        pairs(
          [found],
          COLOURS.map((colour) => SHADES[theme][colour].wash),
        ),
        8,
        4,
      ),
    ).toEqual([])
  })
})
