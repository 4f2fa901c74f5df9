import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '#domain/formats/export/picture/picture'
import { drawPages } from '#domain/formats/export/pages/pages'
import type { ExportRequest } from '#domain/formats/export/writer'
import { svgOf } from '#domain/formats/export/picture/svg'
import { writable } from '#domain/formats/export/picture/svg-xml'
import { relationSentence, sceneOf, type Scene } from '#domain/canvas/scene'
import { relationWord } from '#domain/records/relation'
import { Builder } from '#domain/testing/build'
import { fullMap } from '#domain/testing/full-map'
import { openPdf } from '../import/extractors/pdf/pdf-open'
import { paginate } from './write-pdf'
import { readable } from './pdf-text'
import { measure } from './text-width'
import { inTypeface } from './typeface'
import { DEFAULT_LOOK, PICTURE_OPTIONS } from '#domain/formats/export/picture-options'

/** Letters that the typeface has, without spaces and accents: other letters look different on each computer. */
const known = (text: string): string =>
  [...readable(text).normalize('NFD')]
    .filter((character) => inTypeface(character) && !/[\s\p{M}\p{C}□]/u.test(character))
    .join('')

/** The text of a PDF, and the alternative texts of its figures. */
async function read(bytes: Uint8Array) {
  const document = await openPdf(bytes)
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
  )
  const texts = await Promise.all(pages.map((page) => page.getTextContent({ disableNormalization: true })))
  const items = texts.flatMap((text) => text.items)
  const words = items.map((item) => ('str' in item ? item.str : '')).join('')
  const view = pages[0]!.view as [number, number, number, number]
  const places = items.flatMap((item) =>
    'str' in item && item.str.trim() ? [item.transform as number[]] : [],
  )
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  const figures = trees.flatMap((tree) => altsIn(tree as Struct))
  const { info } = await document.getMetadata()
  await document.destroy()
  return {
    words: known(words),
    boxes: words.split('□').length - 1,
    figures,
    view,
    places,
    info: info as Record<string, unknown>,
  }
}

interface Struct {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Struct[]
}

const altsIn = (node: Struct): string[] => [
  ...(node.role === 'Figure' ? [node.alt ?? ''] : []),
  ...(node.children ?? []).flatMap(altsIn),
]

const sentences = (request: ExportRequest, scene: Scene): string[] =>
  [...scene.shapes.values()].map(({ relation }) =>
    relationSentence(request.project, relation, relationWord(relation)),
  )

const FROM_RIGHT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/**
 * The letters on a card: the beginning of its category, and each of its lines. Of a line with right-to-left text,
 * only the words between, because programs disagree on the order in which to read it.
 */
const cardWords = (scene: Scene): string[] =>
  scene.cards.flatMap(({ category, face }) => [
    known(category.name).slice(0, 5),
    ...face.lines.flatMap((line) =>
      FROM_RIGHT.test(line) ? (known(line).match(/\p{Script=Latin}+/gu) ?? []) : known(line),
    ),
  ])

/** The parser takes two characters for line ends that XML 1.0 does not, but not when they are escaped. */
const oneEnd = (text: string): string => text.replace(/[\r\n\u0085\u2028]+/g, '\n')

function expectWhole(svg: string, request: ExportRequest, scene: Scene): void {
  const complaints: string[] = []
  const document = new DOMParser({
    onError: (_level, message) =>
      void (message.startsWith('Unicode replacement') || complaints.push(message)),
  }).parseFromString(svg, 'text/xml')
  expect(complaints).toEqual([])
  const groups = [...document.getElementsByTagName('g')]
  const of = (attribute: string) => groups.filter((group) => group.hasAttribute(attribute))
  expect(of('data-claim').map((group) => group.getAttribute('data-claim'))).toEqual(
    scene.cards.map(({ claim }) => claim.id),
  )
  expect(
    of('data-relation').map((group) => oneEnd(group.getElementsByTagName('title')[0]!.textContent ?? '')),
  ).toEqual(sentences(request, scene).map((each) => oneEnd(writable(each))))
  const [x, y, width, height] = document.documentElement!.getAttribute('viewBox')!.split(' ').map(Number)
  for (const rect of [...document.getElementsByTagName('rect')]) {
    const [left, top, wide, high] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(rect.getAttribute(name)),
    )
    expect(left).toBeGreaterThanOrEqual(x!)
    expect(top).toBeGreaterThanOrEqual(y!)
    expect(left! + wide!).toBeLessThanOrEqual(x! + width! + 0.01)
    expect(top! + high!).toBeLessThanOrEqual(y! + height! + 0.01)
  }
}

describe('of any map', () => {
  it('the SVG and the PDF have the words of each card and each relation, and crop nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fullMap(),
        fc.constantFrom(...PICTURE_OPTIONS.paper.values),
        fc.boolean(),
        async ({ project, map }, paper, notes) => {
          const request: ExportRequest = { project, map, ...DEFAULT_LOOK, notes, paper }
          const scene = sceneOf(project, map, measure, { has: () => true })
          expectWhole(svgOf(drawPicture(request, measure), []), request, scene)

          const { pages } = drawPages(request, { measure, today: '2026-01-02' })
          const { words, figures, view, places } = await read(await paginate(pages))
          for (const line of cardWords(scene)) expect(words).toContain(line)
          const said = sentences(request, scene).map((each) => each.replace(/[\p{Cc}\ufeff]/gu, ' '))
          if (pages.length === 1) expect(figures.toSorted()).toEqual(said.toSorted())
          else expect(said).toEqual(expect.arrayContaining(figures))
          for (const [, , , , x, y] of places) {
            expect(x).toBeGreaterThanOrEqual(view[0])
            expect(x).toBeLessThanOrEqual(view[2])
            expect(y).toBeGreaterThanOrEqual(view[1])
            expect(y).toBeLessThanOrEqual(view[3])
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    )
  })
})

describe('a PDF', () => {
  const builder = new Builder('Hostile')
  const { map } = builder
  const claims = [
    'A cat’s “mat” <script>alert(1)</script> & wept -> on two‑fold soft­hyphens',
    'שלום עולם, hello 2019!',
    'Laugh 😀👍🏽 at 漢字',
    'long '.repeat(4000),
  ].map((text) => builder.claim(text, map))
  builder.relation('support', [claims[0]!], claims[1]!)
  builder.relation('support', [claims[1]!], claims[0]!)
  const draw = (fields: Partial<ExportRequest> = {}) =>
    drawPages(
      { project: builder.project, map, ...DEFAULT_LOOK, theme: 'dark', ...fields },
      { measure, today: '2026-01-02' },
    ).pages

  it('has the words of each card in order, as searchable text', async () => {
    const { words } = await read(await paginate(draw({ paper: 'A4' })))
    expect(words).toContain('Acat’s“mat”<script>alert(1)</script>')
    expect(words).toContain(known('& wept -> on two\u2011fold'))
    expect(words).toContain('longlonglong')
  })

  it('has a box for each letter that no typeface has, within the card', async () => {
    const strange = new Builder('Strange')
    strange.claim('\u{1fffd}'.repeat(200), strange.map)
    strange.claim('Right of it', strange.map)
    const request = { project: strange.project, map: strange.map, ...DEFAULT_LOOK }
    const { boxes } = await read(await paginate([drawPicture(request, measure)]))
    expect(boxes).toBeGreaterThan(50)
    const lone = { ...drawPicture(request, measure), page: { x: -130, y: -100, width: 260, height: 500 } }
    const narrow = await read(await paginate([lone]))
    expect(narrow.boxes).toBe(boxes)
  })

  it('has the orientation that fits the map best, or a page as large as the map', async () => {
    const [left, top, width, height] = (await read(await paginate(draw({ paper: 'A3' })))).view
    expect([left, top]).toEqual([0, 0])
    expect([width, height].sort((a, b) => a! - b!).map(Math.round)).toEqual([842, 1191])
    const picture = draw()[0]!
    const fitted = (await read(await paginate([picture]))).view
    expect(fitted[2]! / fitted[3]!).toBeCloseTo(picture.page.width / picture.page.height, 3)
  })

  it('is never larger than the page limit, however far apart cards are', async () => {
    const far = { x: 1e6, y: 0, width: 1e6, height: 200 }
    const { view } = await read(await paginate([{ ...draw()[0]!, page: far }]))
    expect(Math.max(...view)).toBeLessThanOrEqual(14_400)
  })

  it('names its title, but not its user or computer', async () => {
    const { info } = await read(await paginate(draw({ paper: 'Letter' })))
    expect(info).toMatchObject({
      Title: 'Map 1',
      Author: 'Counterpoint',
      Language: 'en',
      IsXFAPresent: false,
    })
    const bytes = Buffer.from(await paginate(draw({ paper: 'Letter' }))).toString('latin1')
    expect(bytes).not.toMatch(/\/home\/|\/work\/|\/tmp\/|[A-Z]:\\|file:/)
  })
})
