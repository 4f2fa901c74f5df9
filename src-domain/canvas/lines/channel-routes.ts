import type { Relation } from '../../records/relation'
import { CARD_GAP, type Point, type Rect } from '../card'
import { BEFORE, BESIDE, Channels } from './channels'
import type { Port } from './cheapest-way'
import { EXIT, PORT, type Hanging } from './hanging'
import { labelRoom } from './label-words'
import { ARROW_ROOM, JUNCTION_RADIUS } from './line-path'
import { Obstacles } from './obstacles'

/** On a map with more cards, or with more steps to look at, lines stay as they are, to bound the time. */
const LIMITS = { cards: 300, steps: 4_000_000 } as const
/** A way through channels may cost so much more than a slanted line, which is harder to follow among upright ones. */
const SLANTED = 1.3
/** How far before the lower edge of a card a line from it begins. Map pixels. */
const FOOT = 8
/** The least gap between a sign and other lines and cards. Map pixels. */
const AIR = 3
/** The distance between places that are tried for a sign. Map pixels. */
const STEP = 6

/** A relation as it is drawn without regard to other lines. */
interface Line extends Hanging {
  readonly relation: Relation
  /** Whether its lines are those of a tree. */
  readonly isHanging: boolean
  /** The number of premises that are not on the map. */
  readonly missing: number
}

/**
 * Routes the lines that cross lines of trees, or pass behind their signs, through the channels between cards, if a way
 * with fewer crossings is worth its length and bends. Lines of linked premises, undercuts and what is undercut stay as they are.
 * @param lines all lines on the map
 * @returns the new lines by the relation's id
 */
export function channelRoutes(
  lines: readonly Line[],
  rects: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, Hanging> {
  const found = new Map<string, Hanging>()
  if (rects.size > LIMITS.cards) return found
  const trees = new Channels([], [])
  for (const { ways, junction, isHanging } of lines) {
    if (!isHanging) continue
    ways.forEach((way) => trees.addLine(way))
    trees.addSign(junction)
  }
  const undercut = new Set(lines.map(({ relation: { target } }) => target))
  const crossing = lines.filter(
    ({ relation: { id, premises, targetType }, ways, isHanging }) =>
      !isHanging &&
      premises.length === 1 &&
      targetType === 'claim' &&
      !undercut.has(id) &&
      ways.some((way) => trees.isCrossing(way)),
  )
  if (crossing.length === 0) return found
  const cards = [...rects.values()]
  const ends = new Map(
    crossing.map(({ relation }) => {
      const [premise, target] = [rects.get(relation.premises[0]!)!, rects.get(relation.target)!]
      const isMutual = relation.kind === 'contradict'
      const start = isMutual ? aims(premise, EXIT.contradict) : starts(premise)
      return [relation.id, { start, end: aims(target, EXIT[relation.kind]) }] as const
    }),
  )
  const channels = new Channels(
    cards,
    [...ends.values()].flatMap(({ start, end }) => [...start, ...end]),
  )
  if (channels.size * crossing.length > LIMITS.steps) return found
  const obstacles = new Obstacles(cards)
  const isOpen = ({ at, channel }: Port, own: Rect) => obstacles.crossed(at, channel, own, 1).length === 0
  const labels = new Obstacles(lines.flatMap(labelAbove))
  const signs: Point[] = []
  const add = ({ junction, ways }: Hanging) => {
    ways.forEach((way) => channels.addLine(way))
    channels.addSign(junction)
    signs.push(junction)
  }
  const open = new Set(crossing)
  lines.filter((line) => !open.has(line)).forEach(add)
  for (const line of crossing) {
    const { relation } = line
    const [premise, target] = [rects.get(relation.premises[0]!)!, rects.get(relation.target)!]
    const { start, end } = ends.get(relation.id)!
    const way = channels.route(
      start.filter((port) => isOpen(port, premise)),
      end.filter((port) => isOpen(port, target)),
    )
    const plain = line.ways.reduce((sum, way) => sum + channels.costOf(way), 0)
    const isBetter = way && channels.costOf(way) < plain * SLANTED
    const drawn = isBetter ? withSign(way, relation, channels, [obstacles, labels], signs) : undefined
    if (drawn) found.set(relation.id, drawn)
    add(drawn ?? line)
  }
  return found
}

/** Where a line can leave a card: at its sides near the foot, and in the middle of its upper and lower edge. */
function starts({ x, y, width, height }: Rect): Port[] {
  const [foot, middle, right, bottom] = [y + height - FOOT, Math.round(x + width / 2), x + width, y + height]
  return [
    { at: { x: right, y: foot }, channel: { x: right + BESIDE, y: foot } },
    { at: { x, y: foot }, channel: { x: x - BEFORE, y: foot } },
    { at: { x: middle, y: bottom }, channel: { x: middle, y: bottom + 10 } },
    { at: { x: middle, y }, channel: { x: middle, y: y - 10 } },
  ]
}

/** Where an arrow can meet a card. */
function aims({ x, y, width }: Rect, exit: number): Port[] {
  const [right, level] = [x + width, y + exit]
  return [
    { at: { x: right, y: level }, channel: { x: right + BESIDE, y: level } },
    { at: { x, y: level }, channel: { x: x - BEFORE, y: level } },
  ]
}

/** The gap above a card, in which the label of the relation by which it hangs has room. */
function labelAbove({ relation, junction: { x, y }, isHanging, missing }: Line): Rect[] {
  const width = isHanging ? labelRoom(relation, missing) : 0
  return width > 0 ? [{ x, y: y - PORT - CARD_GAP, width, height: CARD_GAP }] : []
}

/** A way with its sign at a place that is clear of cards, lines and other signs, as near to its premise as possible. */
function withSign(
  way: readonly Point[],
  relation: Relation,
  channels: Channels,
  obstacles: readonly Obstacles[],
  signs: readonly Point[],
): Hanging | undefined {
  const room = labelRoom(relation, 0)
  const places = placesOn(way, relation.kind === 'contradict')
  const far = JUNCTION_RADIUS + AIR
  const isFree = (area: Rect) => obstacles.every((each) => each.isFree(area))
  const isClear = ({ at: { x, y } }: Place): boolean => {
    const sign = { x: x - far, y: y - far, width: far * 2, height: far * 2 }
    return (
      isFree(sign) &&
      !channels.meets(sign) &&
      signs.every((other) => Math.hypot(other.x - x, other.y - y) > JUNCTION_RADIUS + far)
    )
  }
  const hasRoom = ({ at: { x, y } }: Place): boolean =>
    [x - far - room, x - far].some((left) =>
      isFree({ x: left, y: y - far, width: far * 2 + room, height: far * 2 }),
    )
  const place = places.find((each) => isClear(each) && (room === 0 || hasRoom(each)))
  if (!place) return undefined
  const { at: junction, segment } = place
  const ways = [
    [...way.slice(0, segment + 1), junction],
    [...way.slice(segment + 1).reverse(), junction],
  ]
  return { junction, ways }
}

interface Place {
  readonly at: Point
  /** The index of the point before it. */
  readonly segment: number
}

/** Places for a sign on a way, from its beginning or, for a mutual relation, from its middle. */
function placesOn(way: readonly Point[], isMutual: boolean): Place[] {
  const places: (Place & { along: number })[] = []
  let along = 0
  way.slice(1).forEach((to, segment) => {
    const from = way[segment]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    for (let step = STEP; step < length; step += STEP) {
      const at = {
        x: from.x + ((to.x - from.x) * step) / length,
        y: from.y + ((to.y - from.y) * step) / length,
      }
      if (step >= JUNCTION_RADIUS && length - step >= JUNCTION_RADIUS)
        places.push({ at, segment, along: along + step })
    }
    along += length
  })
  const start = isMutual ? ARROW_ROOM : JUNCTION_RADIUS + AIR
  const inside = places.filter((place) => place.along >= start && along - place.along >= ARROW_ROOM)
  const middle = isMutual ? along / 2 : 0
  return inside.sort((a, b) => Math.abs(a.along - middle) - Math.abs(b.along - middle))
}
