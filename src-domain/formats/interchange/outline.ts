import type { IncomingClaim, IncomingGroup, IncomingMap, IncomingStep } from './incoming'
import type { ReadChoices } from './choices'
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
 * The claims of an outline. Whether a topic is a reason for the one above it, an outline does not say: unless the user
 * says so, each branch is a group, and what is above what is named.
 */
export function outlineOf(
  roots: readonly Topic[],
  links: readonly TopicLink[],
  losses: LossList,
  choices: ReadChoices | undefined,
): Pick<IncomingMap, 'claims' | 'steps' | 'groups'> {
  const isReasoned = choices?.outline === 'reason'
  const reasons: IncomingStep[] = []
  /** A topic under another: a reason for it if that was chosen. */
  const under = (topic: string, parent: string) => {
    if (isReasoned)
      reasons.push({
        id: topic,
        kind: 'support',
        premises: [topic],
        target: { type: 'claim', id: parent },
      })
    losses.name(
      isReasoned ? 'edge:taken-as-reason' : 'edge:outline',
      topic,
      isReasoned ? 'Topics under another, taken as reasons for it' : NAMED,
    )
  }
  const claims: IncomingClaim[] = []
  const groups: IncomingGroup[] = []
  // One topic in the middle of a mind map: its branches are the parts, not the whole.
  const branches = roots.length === 1 ? [...roots[0]!.children] : [...roots]
  if (roots.length === 1) claims.push({ id: roots[0]!.id, text: roots[0]!.text, note: roots[0]!.note })
  if (roots.length === 1) for (const { id } of branches) under(id, roots[0]!.id)
  for (const branch of branches) {
    const isGroup = branch.children.length > 0 && !isReasoned
    if (isGroup) groups.push({ id: branch.id, title: branch.text.replace(/\s+/g, ' ').slice(0, 300) })
    const open: { topic: Topic; parent?: string }[] = [{ topic: branch }]
    for (let next = open.pop(); next; next = open.pop()) {
      const { topic, parent } = next
      claims.push({
        id: topic.id,
        text: topic.text,
        note: topic.note,
        group: isGroup ? branch.id : undefined,
      })
      if (parent !== undefined) under(topic.id, parent)
      for (const child of [...topic.children].reverse()) open.push({ topic: child, parent: topic.id })
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
  return { claims, steps: [...reasons, ...steps], groups }
}

const NAMED = 'Topics under another: the outline does not say whether they are reasons for it'
