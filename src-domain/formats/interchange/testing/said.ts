import type { Project } from '../../../document/project'

/** The wordings and steps of a project, in words, so that two projects can be compared. */
export function said({ claims, relations }: Project): string[] {
  const words = (id: string) => claims.get(id)?.text ?? '?'
  const step = (id: string, depth = 0): string => {
    const relation = relations.get(id)
    if (!relation || depth > 20) return '?'
    const { kind, premises, targetType, target } = relation
    const to = targetType === 'claim' ? words(target) : `(${step(target, depth + 1)})`
    if (kind === 'contradict' && premises.length === 1) return [words(premises[0]!), to].sort().join(' ≠ ')
    return `${premises.map(words).sort().join(' & ')} ${kind} ${to}`
  }
  return [...[...claims.keys()].map(words), ...[...relations.keys()].map((id) => step(id))].sort()
}
