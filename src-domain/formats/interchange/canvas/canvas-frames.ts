import type { Rect } from '../../../canvas/card'
import type { Correspondences } from '../correspondence'
import type { CanvasNodes } from './canvas-nodes'
import { PRESETS } from './canvas-graph'
import { SHADES, type Colour } from '../../../vocabulary/palette'

type Raw = Record<string, unknown>

/** Between a card and a new frame. Pixels. */
const PADDING = 20

/** What changed in the frames of a canvas, and the frame of each group. */
interface Frames {
  readonly set: Map<string, Raw>
  readonly gone: Set<string>
  readonly added: Raw[]
  readonly frameOf: ReadonlyMap<string, string>
}

/** The key of a frame without cards, which is read as a group only if it is one of ours. */
export const EMPTY_GROUP = { counterpoint: { empty: true } } as const

/**
 * What changed since a canvas came in its groups. A card is in the group in whose frame its middle lies, so a frame grows
 * over a card that joined the group, unless it would grow over others too: then our key says it.
 */
export function framesAgain(records: Correspondences, nodes: CanvasNodes): Frames {
  const set = new Map<string, Raw>()
  const gone = new Set<string>()
  const frameOf = new Map<string, string>()
  const cards = (is: (group: string) => boolean): Rect[] =>
    [...records.now.placements.values()].flatMap(({ claim, group }) => {
      const rect = is(group) ? nodes.rectOf(nodes.nodeOf(claim) ?? '') : undefined
      return rect ?? []
    })
  const members = (id: string): Rect[] => cards((group) => group === id)
  for (const { id, then: before, now: group } of records.of('groups')) {
    if (!group) {
      gone.add(id)
      continue
    }
    frameOf.set(group.id, id)
    const frame = nodes.rectOf(id)
    const own = members(group.id)
    const outside = frame ? own.filter((rect) => !isIn(middleOf(rect), frame)) : []
    const grown = frame && outside.length > 0 ? around([frame, ...outside.map(padded)]) : undefined
    const others = grown ? cards((each) => each !== group.id).map(middleOf) : []
    const takesOthers = others.some((middle) => isIn(middle, grown!) && !isIn(middle, frame!))
    const fields = {
      ...(group.title !== before.title && { label: group.title }),
      ...(group.colour !== before.colour && { color: codeOf(group.colour) }),
      ...(!takesOthers && grown),
      ...(own.length === 0 && !nodes.rawOf(id)?.['counterpoint'] && EMPTY_GROUP),
    }
    if (Object.keys(fields).length > 0) set.set(id, fields)
  }
  const added = [...records.now.groups.values()].flatMap(({ id, title, colour }) => {
    if (frameOf.has(id)) return []
    const rects = members(id)
    const frame = nodes.freeId(id)
    frameOf.set(id, frame)
    const rect = rects.length > 0 ? around(rects.map(padded)) : { ...nodes.corner(), width: 320, height: 120 }
    const node = { id: frame, type: 'group', label: title, ...rect, color: codeOf(colour) }
    return [rects.length > 0 ? node : { ...node, ...EMPTY_GROUP }]
  })
  return { set, gone, added, frameOf }
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
