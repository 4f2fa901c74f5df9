import type { IRelation } from '@argdown/core'
import type { IncomingStep } from '../incoming'
import type { LossList } from '../loss-list'
import type { ArgumentSteps } from './argument-steps'
import { relationDetails } from './details'

const KINDS: Readonly<Record<string, IncomingStep['kind']>> = {
  support: 'support',
  entails: 'support',
  attack: 'attack',
  undercut: 'attack',
  contrary: 'contradict',
  contradictory: 'contradict',
}

const SIGNS: Readonly<Record<string, string>> = {
  support: '+>',
  entails: '+>',
  attack: '->',
  undercut: '_>',
  contrary: '><',
  contradictory: '><',
}

const named = ({ type, title }: End): string => (type === 'equivalence-class' ? `[${title}]` : `<${title}>`)

interface End {
  readonly type: string
  readonly title: string
}

/** The steps for the relations between statements and arguments. */
export function stepsOfRelations(
  relations: readonly IRelation[],
  reconstructed: ReadonlyMap<string, ArgumentSteps>,
  dataOf: (statement: string) => unknown,
  losses: LossList,
): IncomingStep[] {
  const detailsOf = (from: End, type: string, to: End) =>
    from.type === 'equivalence-class'
      ? relationDetails(dataOf(from.title)).get(`${SIGNS[type]} ${named(to)}`)
      : undefined
  const seen = new Set<string>()
  const steps: IncomingStep[] = []
  const sketched: number[] = []
  const claimOf = ({ type, title }: End): string =>
    type === 'equivalence-class' ? `s:${title}` : (reconstructed.get(title)?.conclusion ?? `a:${title}`)
  for (const relation of relations) {
    const [from, to] = [endOf(relation.from), endOf(relation.to)]
    const type: string = relation.relationType
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
    if (!from || !to || !kind) {
      losses.name(`relation:${type}`, type, 'Relations of an unknown kind, kept only in the file')
      continue
    }
    const onStep = to.type === 'equivalence-class' ? undefined : reconstructed.get(to.title)?.steps.at(-1)
    const target: IncomingStep['target'] =
      onStep && kind !== 'contradict' ? { type: 'step', id: onStep.id } : { type: 'claim', id: claimOf(to) }
    const premise = claimOf(from)
    const ends = kind === 'contradict' ? [premise, target.id].sort() : [premise, target.id]
    const key = JSON.stringify([type, ...ends])
    // An argument that supports what it concludes to anyway says nothing more by it.
    if (
      seen.has(key) ||
      (reconstructed.has(from.title) && from.type !== 'equivalence-class' && premise === target.id)
    )
      continue
    seen.add(key)
    const isWhole = target.type === 'step' && type !== 'undercut'
    if (type === 'undercut' && target.type === 'claim') sketched.push(steps.length)
    steps.push({
      id: `r:${steps.length + 1}`,
      kind,
      premises: [premise],
      target,
      note: isWhole ? 'Of the argument as a whole.' : '',
      ...(detailsOf(from, type, to) ?? (kind === 'contradict' ? detailsOf(to, type, from) : undefined)),
    })
  }
  for (const at of sketched) {
    const step = steps[at]!
    const onward = steps.filter(
      ({ premises, target }) => premises[0] === step.target.id && target !== step.target,
    )
    const all = [
      ...onward,
      ...[...reconstructed.values()]
        .flatMap((each) => each.steps)
        .filter(({ premises }) => premises.length === 1 && premises[0] === step.target.id),
    ]
    const [only, ...others] = all.filter((each) => each !== step)
    if (only && others.length === 0) steps[at] = { ...step, target: { type: 'step', id: only.id } }
    else
      losses.name(
        'undercut:step-unknown',
        step.id,
        'Undercuts that do not say which step they aim at, taken as attacks on the claim',
      )
  }
  return steps
}

/** An end of a relation; that of an undercut is an inference, which names its argument. */
function endOf(node: unknown): End | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { type, title, argumentTitle } = node as { type?: string; title?: string; argumentTitle?: string }
  return type === undefined ? undefined : { type, title: argumentTitle ?? title ?? '' }
}
