import { LineFeeds } from '../line-ends'
import { CodePoints } from '../offsets'
import { OWN } from './own-project'

/** How a program counts positions in a text. */
export interface Counting {
  readonly unit: 'UTF-16' | 'code points'
  /** Whether a line end of two characters counts as one. */
  readonly shortLineEnds: boolean
}

const WAYS: readonly Counting[] = [
  { unit: 'code points', shortLineEnds: false },
  { unit: 'UTF-16', shortLineEnds: false },
  { unit: 'code points', shortLineEnds: true },
  { unit: 'UTF-16', shortLineEnds: true },
]

/**
 * Converts positions of selections to offsets in the text with line feeds. NVivo counts UTF-16 units, the standard code
 * points; where the text can tell, the way by which far more selections begin at a word counts.
 */
export class SelectionOffsets {
  readonly text: string
  readonly counting: Counting
  readonly #feeds: LineFeeds
  readonly #body: string
  readonly #points = new Map<string, CodePoints>()

  /** @param starts the first positions of the selections of the text */
  constructor(raw: string, origin: string, starts: readonly number[]) {
    this.#body = raw.replace(/^\uFEFF/, '')
    this.#feeds = new LineFeeds(raw)
    this.text = this.#feeds.text
    const rule = WAYS[/^nvivo/i.test(origin) ? 1 : 0]!
    const tells = /\r\n|[\u{10000}-\u{10FFFF}]/u.test(this.#body)
    this.counting = tells && !OWN.test(origin) ? this.#better(rule, starts) : rule
  }

  /** The offset in the text of a position of the file. */
  at = (position: number): number => this.#by(this.counting, position)

  #better(rule: Counting, starts: readonly number[]): Counting {
    const beginsWord = (way: Counting) =>
      starts.filter((start) => {
        const at = this.#by(way, start)
        return (at === 0 || /\s/.test(this.text[at - 1] ?? '')) && /\S/.test(this.text[at] ?? '')
      }).length
    const usual = beginsWord(rule)
    const best = WAYS.reduce((found, way) => (beginsWord(way) > beginsWord(found) ? way : found), rule)
    return beginsWord(best) > 2 * usual ? best : rule
  }

  #by({ unit, shortLineEnds }: Counting, position: number): number {
    const text = shortLineEnds ? this.text : this.#body
    let units = position
    if (unit === 'code points') {
      const key = String(shortLineEnds)
      const points = this.#points.get(key) ?? new CodePoints(text)
      this.#points.set(key, points)
      units = points.toUnits(position)
    }
    return shortLineEnds ? Math.max(0, Math.min(text.length, units)) : this.#feeds.at(units)
  }
}
