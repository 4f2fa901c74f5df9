import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOf } from './picture-part'

const HEIGHT = 3000
const level = fc.integer({ min: 0, max: HEIGHT })
const drawn = fc.oneof(
  level.map((y) => ({ text: `<text x="4" y="${y}" fill="#000000">words</text>`, from: y, to: y })),
  level.map((y) => ({ text: `<circle cx="8" cy="${y}" r="9"/>`, from: y, to: y })),
  fc
    .tuple(level, level)
    .map(([y, height]) => ({ text: `<rect x="-2" y="${y}" height="${height}"/>`, from: y, to: y + height })),
  fc.array(level, { minLength: 2, maxLength: 6 }).map((ys) => ({
    text: `<path d="${ys.map((y, index) => `${index === 0 ? 'M' : index % 2 ? 'L' : `Q7 ${y} `}-12.5 ${y}`).join('')}"/>`,
    from: Math.min(...ys),
    to: Math.max(...ys),
  })),
  // What is drawn by steps from where it was before is not reckoned with, and is always there.
  level.map((y) => ({ text: `<path d="M4 ${y}v8h3"/>`, from: 0, to: HEIGHT })),
)

it('a part of a picture holds all that reaches into it, in order, and nothing that is far from it', () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { maxLength: 12 }),
      level,
      fc.integer({ min: 1, max: 800 }),
      (all, y, height) => {
        const svg =
          `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="${HEIGHT}" viewBox="-5 0 90 ${HEIGHT}" role="img"><g>` +
          `${all.map(({ text }) => `<g>${text}</g>`).join('')}</g></svg>`
        const part = partsOf(svg)({ x: 10, y, width: 40, height })
        expect(part.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="${height}"`)).toBe(
          true,
        )
        expect(part).toContain(`viewBox="5 ${y} 40 ${height}"`)
        const begin = (text: string) => /^<[^>]*>/.exec(text)![0]
        const reaching = all.filter(({ from, to }) => to > y - 100 && from < y + height + 100)
        expect([...(part.match(/<(?:text|rect|circle|path)[^>]*>/g) ?? [])]).toEqual(
          reaching.map(({ text }) => begin(text)),
        )
        expect(part.match(/<\/?g>/g)).toHaveLength(all.length * 2 + 2)
      },
    ),
  )
})
