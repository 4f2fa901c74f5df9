import { isObject } from '../../../records/record'
import { numberIn, textIn } from '../json-fields'
import type { OwnRecord } from '../own-records'

type Raw = Readonly<Record<string, unknown>>

/** The group of a canvas in whose frame the middle of a node lies: of nested ones the innermost. */
export function innermost(node: Raw, groups: readonly (readonly [string, Raw])[]): string | undefined {
  const [x, y, width, height] = sidesOf(node)
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  let best: { id: string; area: number } | undefined
  for (const [id, group] of groups) {
    const [left, top, across, down] = sidesOf(group)
    const isIn = middleX >= left && middleX <= left + across && middleY >= top && middleY <= top + down
    if (isIn && (!best || across * down < best.area)) best = { id, area: across * down }
  }
  return best?.id
}

/** The group of a node: that of our key while the node is where it was then, else the one in whose frame it lies. */
export function groupOf(node: Raw, groups: readonly (readonly [string, Raw])[]): string | undefined {
  const { group, place } = isObject(node['counterpoint']) ? node['counterpoint'] : {}
  const isThere = isObject(place) && place['x'] === node['x'] && place['y'] === node['y']
  if (!isThere || typeof group !== 'string') return innermost(node, groups)
  return groups.some(([id]) => id === group) ? group : undefined
}

/** A key with the group of a node, if its place says another; `group` is empty for none. */
export function withGroup<Node extends Raw>(
  node: Node,
  group: string,
  groups: readonly (readonly [string, Raw])[],
): Node | (Node & { counterpoint: OwnRecord }) {
  if ((groupOf(node, groups) ?? '') === group) return node
  const key = isObject(node['counterpoint']) ? node['counterpoint'] : {}
  return { ...node, counterpoint: { ...key, group, place: { x: node['x'], y: node['y'] } } }
}

const sidesOf = (node: Raw) =>
  ['x', 'y', 'width', 'height'].map((key) => numberIn(node[key]) ?? 0) as [number, number, number, number]

/** The frames among nodes, by their ids. */
export const framesIn = (nodes: readonly Raw[]): (readonly [string, Raw])[] =>
  nodes.filter(({ type }) => type === 'group').map((node) => [textIn(node['id']), node] as const)
