import type { IArgument, IInference, IPCSStatement } from '@argdown/core'
import { isObject } from '../../../records/record'
import type { IncomingStep } from '../incoming'
import type { LossList } from '../loss-list'
import { schemeFrom } from '../schemes'
import { argumentDetails } from './details'

/** What a reconstructed argument becomes: a step for each inference, and its main conclusion. */
export interface ArgumentSteps {
  readonly steps: readonly IncomingStep[]
  /** The claim in which it ends. */
  readonly conclusion: string
}

/** The steps of an argument that is written out as premises and conclusions. Its description is a warrant. */
export function stepsOfArgument(argument: IArgument, losses: LossList): ArgumentSteps {
  const { pcs, title = '' } = argument
  const ids = pcs.map((statement) => `s:${statement.title ?? ''}`)
  const steps: IncomingStep[] = []
  let since: number[] = []
  for (const [at, statement] of pcs.entries()) {
    const inference = inferenceTo(statement)
    if (inference) {
      const premises = usedBy(inference, at) ?? since
      steps.push({
        id: `a:${title}#${steps.length + 1}`,
        kind: 'support',
        premises: premises.map((premise) => ids[premise]!),
        target: { type: 'claim', id: ids[at]! },
        scheme: (inference.inferenceRules ?? []).map(schemeFrom).filter(Boolean).join(', '),
      })
      since = []
    }
    since.push(at)
  }
  const last = steps.at(-1)
  if (!last)
    for (const id of ids)
      losses.name('argument:no-inference', id, 'Statements of arguments without an inference')
  else
    steps[steps.length - 1] = { ...last, warrant: descriptionOf(argument), ...argumentDetails(argument.data) }
  return { steps, conclusion: ids.at(-1)! }
}

const inferenceTo = (statement: IPCSStatement): IInference | undefined =>
  'inference' in statement ? (statement as { inference?: IInference }).inference : undefined

/** The places of the premises that an inference says it uses, if all are before its conclusion. */
function usedBy({ data }: IInference, conclusion: number): number[] | undefined {
  const own: unknown = data
  const uses: unknown = isObject(own) ? own['uses'] : undefined
  if (!Array.isArray(uses) || uses.length === 0) return undefined
  const places = uses.map((number: unknown) => Number(number) - 1)
  return places.every((place) => Number.isInteger(place) && place >= 0 && place < conclusion)
    ? places
    : undefined
}

const descriptionOf = ({ members }: IArgument): string =>
  members.map(({ text = '' }) => text.replace(/\s+/g, ' ').trim()).findLast((text) => text !== '') ?? ''
