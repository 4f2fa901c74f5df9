import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { IdSchema } from '../../records/record'
import { command, refuse } from '../command'

/** Deletes claims with their passages, their cards and the relations that depend on them. */
export const claimRemove = command({
  name: 'claim.remove',
  title: 'Delete claim',
  menu: 'Claim',
  keys: ['Delete', 'Backspace'],
  context: { on: ['card', 'claim'], title: 'Delete', removes: true },
  input: v.object({ claims: v.pipe(v.array(IdSchema), v.minLength(1)) }),
  from: (context) => (context.claims.length > 0 ? { claims: [...context.claims] } : undefined),
  run(project, { claims }) {
    const there = claims.filter((id) => project.claims.has(id))
    if (there.length === 0) return refuse('The claim is no longer in the project.')
    return {
      patch: deletion(project, { claims: there }),
      label: there.length > 1 ? 'delete claims' : 'delete claim',
    }
  },
})
