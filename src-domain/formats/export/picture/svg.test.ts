import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD } from '../../../canvas/card-layout'
import { sceneOf } from '../../../canvas/scene'
import type { Measure } from '../../../canvas/wrap-text'
import { Builder } from '../../../testing/build'
import type { ExportEnv } from '../writer'
import { exportFormatNamed } from '../catalogue'
import { writeSvg } from './svg'
import { writable } from './svg-xml'
import { DEFAULT_LOOK } from '../picture-options'

const measure: Measure = (text, { size }) => [...text].length * size * 0.55
const font = (weight: 400 | 600, base64: string, range: string) => ({ weight, base64, range })
const env: ExportEnv = {
  today: '2026-01-02',
  measure,
  fonts: [
    font(400, 'LATIN400', 'U+0000-00FF,U+2000-206F'),
    font(600, 'LATIN600', 'U+0000-00FF,U+2000-206F'),
    font(400, 'CYRILLIC400', 'U+04??'),
    font(600, 'CYRILLIC600', 'U+04??'),
  ],
  rasterise: () => Promise.reject(new Error('not wanted')),
  tile: () => Promise.reject(new Error('not wanted')),
  listSeparator: ',',
  uuid: (text) => text,
  sealed: (text) => text,
  paginate: () => Promise.reject(new Error('not wanted')),
}

async function pictureOf(builder: Builder, theme: 'light' | 'dark' = 'light') {
  const xml = String(
    await writeSvg({ project: builder.project, map: builder.map, ...DEFAULT_LOOK, theme }, env),
  )
  return { xml, document: parse(xml) }
}

/** Fails at any warning of the parser, other than that about replacement characters. */
const parse = (xml: string): Document =>
  new DOMParser({
    onError: (_level, message) => {
      if (!message.startsWith('Unicode replacement character')) throw new Error(message)
    },
  }).parseFromString(xml, 'text/xml')

const all = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagName(name)]
const marked = (document: Document, attribute: string): Element[] =>
  all(document, 'g').filter((group) => group.hasAttribute(attribute))
const wordsOf = (group: Element): string[] => all(group, 'text').map((line) => line.textContent ?? '')
const box = (shape: Element) => {
  const number = (name: string) => Number(shape.getAttribute(name))
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') }
}
const viewBox = (document: Document) => {
  const [x, y, width, height] = document.documentElement!.getAttribute('viewBox')!.split(' ').map(Number)
  return { x: x!, y: y!, width: width!, height: height! }
}

const Wording = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  fc.constantFrom(
    '<script>alert("1")</script> & \'more\' ]]>',
    'שלום עולם, hello!',
    'مرحبا <b>',
    'Laugh 😀👍🏽 twice',
    'bell \u0007 null \u0000 and \ufffe',
    'lone \ud83d half',
    'lines\nand\r\nmore\ttabs',
  ),
)
const Whole = fc.integer({ min: -5000, max: 5000 })
const Cards = fc.array(fc.record({ text: Wording, x: Whole, y: Whole }), { minLength: 1, maxLength: 8 })
const Steps = fc.array(
  fc.record({
    kind: fc.constantFrom('support', 'attack', 'contradict'),
    premises: fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }),
    target: fc.nat(12),
  }),
  { maxLength: 8 },
)

interface Card {
  readonly text: string
  readonly x: number
  readonly y: number
}

interface Step {
  readonly kind: 'support' | 'attack' | 'contradict'
  readonly premises: readonly number[]
  readonly target: number
}

/** A project with the given cards, and those of the relations that are valid; every fifth claim is on no map. */
function projectOf(name: string, cards: readonly Card[], steps: readonly Step[]): Builder {
  const builder = new Builder()
  const map = builder.map
  const claims: string[] = []
  const relations: string[] = []
  attempt(() => builder.run('map.rename', { map, name }))
  cards.forEach(({ text, x, y }, index) => {
    const onMap = index % 5 !== 4 && { map, at: { x, y } }
    attempt(() => claims.push(builder.run('claim.add', { text, category: 'judgement', ...onMap })))
  })
  for (const { kind, premises, target } of steps) {
    const ids = new Set(premises.flatMap((index) => claims[index] ?? []))
    const aim = [...claims, ...relations][target]
    if (aim) attempt(() => relations.push(builder.relation(kind, [...ids], aim)))
  }
  return builder
}

/** Ignores refusals: the picture is of the relations that are valid. */
function attempt(step: () => unknown): void {
  try {
    step()
  } catch {
    return
  }
}

describe('the SVG of a map', () => {
  it('is well-formed, has every line of text and every drawable relation, and crops nothing, whatever the wording', async () => {
    await fc.assert(
      fc.asyncProperty(
        Wording,
        Cards,
        Steps,
        fc.constantFrom('light', 'dark'),
        async (name, cards, steps, theme) => {
          const builder = projectOf(name.slice(0, 300), cards, steps)
          const { xml, document } = await pictureOf(builder, theme)
          const scene = sceneOf(builder.project, builder.map, measure, { has: () => true })

          // eslint-disable-next-line no-control-regex -- what XML 1.0 forbids must not be there
          expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
          expect(xml.isWellFormed()).toBe(true)
          const groups = new Map(
            marked(document, 'data-claim').map((group) => [group.getAttribute('data-claim'), group]),
          )
          expect(groups.size).toBe(scene.cards.length)
          for (const { claim, category, face } of scene.cards) {
            const lines = face.lines.map(writable).filter(Boolean)
            const [number, ...words] = wordsOf(groups.get(claim.id)!)
            expect(number).toMatch(/^\d+$/)
            expect(words).toEqual([...lines, category.name, ...face.badges.map(({ words }) => words)])
          }
          const relations = marked(document, 'data-relation').map((group) =>
            group.getAttribute('data-relation'),
          )
          expect(relations).toEqual([...scene.shapes.keys()])

          const page = viewBox(document)
          for (const rect of all(document, 'rect').map(box)) {
            expect(rect.x).toBeGreaterThanOrEqual(page.x)
            expect(rect.y).toBeGreaterThanOrEqual(page.y)
            expect(rect.x + rect.width).toBeLessThanOrEqual(page.x + page.width)
            expect(rect.y + rect.height).toBeLessThanOrEqual(page.y + page.height)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has the full wording of a clamped claim in its tooltip', async () => {
    const builder = new Builder()
    const text = 'a long story '.repeat(60).trim()
    builder.claim(text, builder.map)
    const { document } = await pictureOf(builder)
    const [card] = marked(document, 'data-claim')
    expect(all(card!, 'title')[0]!.textContent).toBe(text)
    expect(wordsOf(card!).some((line) => line.endsWith('…'))).toBe(true)
  })

  it('describes each relation in a sentence', async () => {
    const builder = new Builder()
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => builder.claim(text, builder.map))
    const step = builder.relation('support', [one!], two!)
    builder.relation('attack', [three!], step)
    const { document } = await pictureOf(builder)
    const sentences = marked(document, 'data-relation').map((group) => all(group, 'title')[0]!.textContent)
    expect(sentences).toEqual(['“One” supports “Two”', '“Three” undercuts the relation from “One”'])
  })

  it('draws lines beneath the cards, signs and arrowheads above them', async () => {
    const builder = new Builder()
    builder.relation('support', [builder.claim('One', builder.map)], builder.claim('Two', builder.map))
    const { xml } = await pictureOf(builder)
    expect(xml.indexOf('data-lines')).toBeLessThan(xml.indexOf('data-claim'))
    expect(xml.lastIndexOf('data-claim')).toBeLessThan(xml.indexOf('data-relation'))
  })

  it('counts the premises of a relation that are not on the map', async () => {
    const builder = new Builder()
    const [one, two] = ['One', 'Two'].map((text) => builder.claim(text, builder.map))
    builder.relation('support', [one!, builder.claim('Elsewhere')], two!)
    const { document } = await pictureOf(builder)
    expect(wordsOf(marked(document, 'data-relation')[0]!)).toEqual(['+1'])
    expect(wordsOf(marked(document, 'data-legend')[0]!)).toContain('premises that are not shown')
  })

  it('lists only what the map contains', async () => {
    const builder = new Builder()
    builder.relation('attack', [builder.claim('One', builder.map)], builder.claim('Two', builder.map))
    const { document } = await pictureOf(builder)
    expect(wordsOf(marked(document, 'data-legend')[0]!)).toEqual(['Judgement', 'attacks'])
  })

  it('says so when the map is empty', async () => {
    const { document } = await pictureOf(new Builder())
    expect(wordsOf(document.documentElement!)).toEqual(['Map 1', 'There are no claims on this map yet.'])
  })

  it('states the width of each line, so that another typeface fits into the card', async () => {
    const builder = new Builder()
    builder.claim('Some words', builder.map)
    const { document } = await pictureOf(builder)
    for (const line of all(document, 'text')) {
      const style = { size: Number(line.getAttribute('font-size')), weight: 400 } as const
      expect(Number(line.getAttribute('textLength'))).toBeCloseTo(measure(line.textContent!, style), 1)
    }
  })

  it('places right-to-left wording at the right side by its middle, which all programs understand', async () => {
    const builder = new Builder()
    builder.run('claim.add', { text: 'שלום, hello', category: 'judgement', map: builder.map })
    const { document } = await pictureOf(builder)
    const line = all(document, 'text').find((each) => each.textContent!.includes('hello'))!
    expect(line.getAttribute('direction')).toBe('rtl')
    expect(line.hasAttribute('textLength')).toBe(false)
    const { x, width } = box(all(marked(document, 'data-claim')[0]!, 'rect')[0]!)
    const half = measure(line.textContent!, { size: Number(line.getAttribute('font-size')), weight: 400 }) / 2
    expect(line.getAttribute('text-anchor')).toBe('middle')
    expect(Number(line.getAttribute('x'))).toBeCloseTo(x + width - CARD.padding - half, 1)
  })

  it('embeds only the font files that it uses', async () => {
    const builder = new Builder()
    builder.claim('Київ', builder.map)
    const { xml } = await pictureOf(builder)
    expect(xml.match(/base64,\w+/g)).toEqual(['base64,LATIN400', 'base64,LATIN600', 'base64,CYRILLIC400'])
  })

  it('P2 is the same each time it is written', async () => {
    const builder = new Builder()
    builder.claim('Same', builder.map)
    expect((await pictureOf(builder)).xml).toBe((await pictureOf(builder)).xml)
  })

  it('P9 lists what it leaves out', () => {
    expect(exportFormatNamed('svg')!.loses).toContain('tags')
  })
})
