import type { Project } from '../document/project'
import { relationWord, type Relation, type RelationKind } from '../records/relation'

/** What is said of a claim to which a relation leads. */
const PASSIVE: Readonly<Record<RelationKind, string>> = {
  support: 'Supported by',
  attack: 'Attacked by',
  contradict: 'Contradicts',
}

/**
 * A relation as a list beside one of its claims says it, without the wording of that claim: “Supported by “…””,
 * “Together with “…”, attacks “…””.
 * @param sentence says a relation whole, for one that leads to another relation
 */
export function relationOfClaim(
  { claims }: Pick<Project, 'claims'>,
  relation: Relation,
  claim: string,
  sentence: string,
): string {
  const named = (ids: readonly string[]) =>
    ids.map((id) => `“${claims.get(id)?.text ?? ''}”`).join(' together with ')
  const { kind, premises, target, targetType } = relation
  if (targetType === 'relation') return sentence
  if (target === claim) return `${PASSIVE[kind]} ${named(premises)}`
  const others = premises.filter((each) => each !== claim)
  const verb = relationWord(relation)
  if (others.length > 0) return `Together with ${named(others)}, ${verb} ${named([target])}`
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${named([target])}`
}
