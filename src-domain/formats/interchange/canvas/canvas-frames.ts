import type { Rect } from '../../../canvas/card'
import type { Correspondences } from '../correspondence'
import type { CanvasNodes } from './canvas-nodes'
import { PRESETS } from './canvas-graph'
import { SHADES, type Colour } from '../../../vocabulary/palette'

type Raw = Record<string, unknown>

/** Between a card and a new frame. Pixels. */
const PADDING = 20

/**
 * What changed since a canvas came in its groups. A card is in the group in whose frame its middle lies, so a frame grows
 * over a card that joined the group.
 */
export function framesAgain(
  records: Correspondences,
  nodes: CanvasNodes,
): { set: Map<string, Raw>; gone: Set<string>; added: Raw[] } {
  const set = new Map<string, Raw>()
  const gone = new Set<string>()
  const known = new Set<string>()
  const members = (group: string): Rect[] =>
    [...records.now.placements.values()].flatMap((card) => {
      const rect = card.group === group ? nodes.rectOf(nodes.nodeOf(card.claim) ?? '') : undefined
      return rect ?? []
    })
  for (const { id, then: before, now: group } of records.of('groups')) {
    if (!group) {
      gone.add(id)
      continue
    }
    known.add(group.id)
    const frame = nodes.rectOf(id)
    const outside = frame ? members(group.id).filter((rect) => !isIn(middleOf(rect), frame)) : []
    const grown = frame && outside.length > 0 ? around([frame, ...outside.map(padded)]) : undefined
    const fields = {
      ...(group.title !== before.title && { label: group.title }),
      ...(group.colour !== before.colour && { color: codeOf(group.colour) }),
      ...grown,
    }
    if (Object.keys(fields).length > 0) set.set(id, fields)
  }
  const added = [...records.now.groups.values()].flatMap(({ id, title, colour }) => {
    const rects = known.has(id) ? [] : members(id)
    return rects.length === 0
      ? []
      : [
          {
            id: nodes.freeId(id),
            type: 'group',
            label: title,
            ...around(rects.map(padded)),
            color: codeOf(colour),
          },
        ]
  })
  return { set, gone, added }
}

const codeOf = (colour: Colour): string =>
  Object.entries(PRESETS).find(([, name]) => name === colour)?.[0] ?? SHADES.light[colour].mark

const middleOf = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 })

const isIn = ({ x, y }: { x: number; y: number }, frame: Rect): boolean =>
  x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height

const padded = ({ x, y, width, height }: Rect): Rect => ({
  x: x - PADDING,
  y: y - PADDING,
  width: width + PADDING * 2,
  height: height + PADDING * 2,
})

function around(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(({ x }) => x))
  const top = Math.min(...rects.map(({ y }) => y))
  const right = Math.max(...rects.map(({ x, width }) => x + width))
  const bottom = Math.max(...rects.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
