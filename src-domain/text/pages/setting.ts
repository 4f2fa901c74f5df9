import { roundedSize, sameColumn, type PositionedLine } from './positioned'
import { SETTING } from './thresholds'

/** How most lines of a document are set. */
export interface Setting {
  /** The size of most letters, in points. */
  readonly size: number
  /** The distance from one line to the next, in multiples of the size. */
  readonly leading: number
  readonly bold: boolean
}

/** Measures size, leading and weight of the body text. */
export function settingOf(lines: readonly PositionedLine[]): Setting {
  const size = commonest(lines.map((line) => [roundedSize(line.size), line.text.length]))
  const body = lines.filter((line) => roundedSize(line.size) === size)
  const bold = letters(body.filter((line) => line.bold)) * 2 > letters(body)
  return { size, leading: leadingOf(body, size), bold }
}

const letters = (lines: readonly PositionedLine[]): number =>
  lines.reduce((sum, line) => sum + line.text.length, 0)

function leadingOf(body: readonly PositionedLine[], size: number): number {
  const leadings = body.flatMap((line, index) => {
    const next = body[index + 1]
    const leading = next && sameColumn(line, next) ? (next.y - line.y) / size : 0
    const isUsable = leading > SETTING.leastLeading && leading < SETTING.mostLeading
    // Rounded to a twentieth, so that leadings which differ by a hair count as one.
    return isUsable ? [[Math.round(leading * 20) / 20, 1] as const] : []
  })
  return commonest(leadings) || SETTING.defaultLeading
}

/** The value with the largest sum of weights; 0 when there are none. */
function commonest(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = 0
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value
  return best
}
