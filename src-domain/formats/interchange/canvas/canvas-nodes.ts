import { CARD_WIDTH, type Rect } from '../../../canvas/card'
import { typicalHeight } from '../../../canvas/card-layout'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Placement } from '../../../records/placement'
import { isObject } from '../../../records/record'
import { SHADES } from '../../../vocabulary/palette'
import { markdownText } from '../../export/report/markdown-text'
import type { Correspondences } from '../correspondence'
import { idOf, numberIn, textIn } from '../json-fields'
import { keyAgain } from '../own-records'
import { plainWords } from '../plain-words'
import { PRESETS } from './canvas-graph'
import { cardHead, cardKey, ownOfCard, withColour } from './own-canvas'

type Raw = Record<string, unknown>

/** Room for the words of a new card, which other programs draw larger. Pixels. */
const MARGIN = 24

/** A category in the first paragraph of a card. */
const HEAD = /^\s*\*\*[^*\n]+\*\*[ \t]*\n\s*\n/

/** What changed since a canvas came in its cards. */
export class CanvasNodes {
  /** The fields to set of each changed node. */
  readonly set = new Map<string, Raw>()
  readonly removed = new Set<string>()
  readonly added: Raw[] = []
  readonly #raws = new Map<string, Raw>()
  readonly #nodeOf = new Map<string, string>()
  readonly #rects = new Map<string, Rect>()

  constructor(
    private readonly records: Correspondences,
    given: readonly unknown[],
  ) {
    for (const raw of given)
      if (isObject(raw) && !this.#raws.has(idOf(raw['id']))) this.#raws.set(idOf(raw['id']), raw)
    for (const [id, raw] of this.#raws) {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) =>
        numberIn(raw[key]),
      )
      this.#rects.set(id, { x, y, width, height })
    }
    const [now, then] = [cardsOf(records.now), cardsOf(records.then)]
    for (const { id, then: before, now: claim } of records.of('claims')) {
      if (!claim) this.removed.add(id)
      else if (!this.#nodeOf.has(claim.id)) {
        this.#nodeOf.set(claim.id, id)
        this.#change(id, before, claim, then.get(before.id), now.get(claim.id))
      }
    }
    for (const claim of records.added('claims')) this.#add(claim, now.get(claim.id))
  }

  /** The node of a claim. */
  nodeOf = (claim: string): string | undefined => this.#nodeOf.get(claim)

  /** A node as it stands in the file; undefined for a new one. */
  rawOf = (id: string): Raw | undefined => this.#raws.get(id)

  /** Where a node is now. */
  rectOf = (id: string): Rect | undefined => this.#rects.get(id)

  /** A place below everything. */
  corner(): { x: number; y: number } {
    const rects = [...this.#rects.values()]
    const bottom = rects.reduce((most, { y, height }) => Math.max(most, y + height), 0)
    return { x: rects.reduce((least, { x }) => Math.min(least, x), 0), y: bottom + 4 * MARGIN }
  }

  /** An id that no node of the file has. */
  freeId(wanted: string): string {
    let id = wanted
    while (this.#raws.has(id) || this.#rects.has(id)) id += '-2'
    return id
  }

  /** Adds a node that is no card of a claim. */
  place(id: string, rect: Rect): void {
    this.#rects.set(id, rect)
  }

  #change(id: string, then: Claim, now: Claim, cardThen?: Placement, card?: Placement): void {
    const raw = this.#raws.get(id) ?? {}
    const head = headOf(this.records.now, now)
    const isHeaded = head !== headOf(this.records.then, then)
    const fields: Raw = {
      ...((now.text !== then.text || isHeaded) && {
        type: 'text',
        text: wordsOf(textIn(raw['text']), then, now, isHeaded ? head : undefined),
      }),
      ...(now.text !== then.text &&
        raw['type'] !== 'text' && { file: undefined, subpath: undefined, url: undefined }),
    }
    if (card && cardThen && (card.x !== cardThen.x || card.y !== cardThen.y)) {
      Object.assign(fields, { x: card.x, y: card.y })
      this.#rects.set(id, { ...this.#rects.get(id)!, x: card.x, y: card.y })
    }
    if (card && cardThen && card.colour !== cardThen.colour) fields['color'] = colourCode(card.colour)
    const own = keyAgain(
      raw,
      ownOfCard(this.records.then, then, cardThen),
      ownOfCard(this.records.now, now, card),
    )
    Object.assign(fields, 'color' in fields ? withColour(raw, own) : own)
    if (Object.keys(fields).length > 0) this.set.set(id, fields)
  }

  #add(claim: Claim, card: Placement | undefined): void {
    const id = this.freeId(claim.id)
    const { x = 0, y = 0 } = card ?? {}
    const rect = { x, y, width: CARD_WIDTH, height: Math.ceil(typicalHeight(claim.text)) + MARGIN }
    this.#nodeOf.set(claim.id, id)
    this.#rects.set(id, rect)
    const colour = card && colourCode(card.colour)
    this.added.push({
      id,
      type: 'text',
      text: headOf(this.records.now, claim) + markdownText(claim.text),
      ...rect,
      ...(colour !== undefined && { color: colour }),
      ...cardKey(this.records.now, claim, card),
    })
  }
}

const cardsOf = ({ placements }: Project): ReadonlyMap<string, Placement> =>
  new Map([...placements.values()].map((card) => [card.claim, card]))

const headOf = ({ categories }: Project, { category, unstated }: Claim): string =>
  cardHead(categories.get(category)?.name ?? '', unstated)

/** A colour as a preset of JSON Canvas if there is one, so that it fits the theme there; undefined for none. */
function colourCode(colour: Placement['colour']): string | undefined {
  if (colour === '') return undefined
  const preset = Object.entries(PRESETS).find(([, name]) => name === colour)?.[0]
  return preset ?? SHADES.light[colour].mark
}

/** The Markdown of a card with new words, below the category in its first paragraph. */
function wordsOf(markdown: string, then: Claim, now: Claim, head: string | undefined): string {
  const known = plainWords(markdown) === then.text ? '' : (HEAD.exec(markdown)?.[0] ?? '')
  return (head ?? known) + (now.text === then.text ? markdown.slice(known.length) : markdownText(now.text))
}
