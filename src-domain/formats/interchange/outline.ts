import type { IncomingClaim, IncomingGroup, IncomingMap, IncomingStep } from './incoming'
import type { LossList } from './loss-list'
import { kindOfLabel } from './relation-labels'

/** A topic of an outline or a mind map, with those under it. */
export interface Topic {
  readonly id: string
  readonly text: string
  readonly note?: string
  readonly children: readonly Topic[]
}

/** A line that joins two topics across the outline. */
export interface TopicLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}

/**
 * The claims of an outline. Whether a topic is a reason for the one above it, an outline does not say: each branch is a
 * group, and what is above what is named.
 */
export function outlineOf(
  roots: readonly Topic[],
  links: readonly TopicLink[],
  losses: LossList,
): Pick<IncomingMap, 'claims' | 'steps' | 'groups'> {
  const claims: IncomingClaim[] = []
  const groups: IncomingGroup[] = []
  // One topic in the middle of a mind map: its branches are the parts, not the whole.
  const branches = roots.length === 1 ? [...roots[0]!.children] : [...roots]
  if (roots.length === 1) claims.push({ id: roots[0]!.id, text: roots[0]!.text, note: roots[0]!.note })
  if (roots.length === 1) for (const { id } of branches) losses.name('edge:outline', id, NAMED)
  for (const branch of branches) {
    const isGroup = branch.children.length > 0
    if (isGroup) groups.push({ id: branch.id, title: branch.text.replace(/\s+/g, ' ').slice(0, 300) })
    const open: { topic: Topic; isTop: boolean }[] = [{ topic: branch, isTop: true }]
    for (let next = open.pop(); next; next = open.pop()) {
      const { topic, isTop } = next
      claims.push({
        id: topic.id,
        text: topic.text,
        note: topic.note,
        group: isGroup ? branch.id : undefined,
      })
      if (!isTop) losses.name('edge:outline', topic.id, NAMED)
      for (const child of [...topic.children].reverse()) open.push({ topic: child, isTop: false })
    }
  }
  const known = new Set(claims.map(({ id }) => id))
  const steps = links.flatMap(({ id, from, to, label }): IncomingStep[] => {
    const said = kindOfLabel(label)
    if (!known.has(from) || !known.has(to))
      losses.name('edge:dangling', id, 'Lines whose ends are not in the file')
    else if (said)
      return [
        { id, kind: said.kind, strength: said.strength, premises: [from], target: { type: 'claim', id: to } },
      ]
    else
      losses.name(
        'edge:link',
        id,
        'Lines across the outline without a label that says their kind, kept only in the file',
      )
    return []
  })
  return { claims, steps, groups }
}

const NAMED = 'Topics under another: the outline does not say whether they are reasons for it'
