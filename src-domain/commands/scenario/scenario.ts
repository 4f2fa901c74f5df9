import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

const NO_SCENARIO = 'The scenario is no longer in the project.'

/** Keeps what is supposed under a name. */
export const scenarioKeep = command({
  name: 'scenario.keep',
  title: 'Keep as scenario',
  input: v.object({
    name: words(300),
    sources: v.array(IdSchema),
    claims: v.array(IdSchema),
    relations: v.array(IdSchema),
    given: v.array(IdSchema),
  }),
  run(project, input, env) {
    const name = input.name.trim()
    if (name === '') return refuse('A scenario needs a name. Nothing was kept.')
    const only = (table: ReadonlyMap<string, unknown>, ids: readonly string[]) => [
      ...new Set(ids.filter((id) => table.has(id))),
    ]
    const scenario = {
      id: env.newId(),
      name,
      sources: only(project.sources, input.sources),
      claims: only(project.claims, input.claims),
      relations: only(project.relations, input.relations),
      given: only(project.claims, input.given),
      note: '',
    }
    const { sources, claims, relations, given } = scenario
    if (sources.length + claims.length + relations.length + given.length === 0) {
      return refuse('Nothing is supposed, so there is nothing to keep.')
    }
    return { patch: [created('scenarios', scenario)], label: 'keep scenario' }
  },
})

/** Edits the name or note of a scenario. */
export const scenarioEdit = command({
  name: 'scenario.edit',
  title: 'Edit scenario',
  input: v.object({
    scenario: IdSchema,
    fields: v.partial(v.object({ name: words(300), note: words(200_000) })),
  }),
  run(project, { scenario: id, fields }) {
    const scenario = project.scenarios.get(id)
    if (!scenario) return refuse(NO_SCENARIO)
    const name = (fields.name ?? scenario.name).trim()
    if (name === '') return refuse('A scenario needs a name. The old name was kept.')
    const note = fields.note ?? scenario.note
    if (name === scenario.name && note === scenario.note) return nothing('edit scenario')
    return { patch: [changed('scenarios', scenario, { name, note })], label: 'edit scenario' }
  },
})

/** Deletes a scenario. */
export const scenarioRemove = command({
  name: 'scenario.remove',
  title: 'Delete scenario',
  input: v.object({ scenario: IdSchema }),
  run(project, { scenario }) {
    if (!project.scenarios.has(scenario)) return refuse(NO_SCENARIO)
    return { patch: deletion(project, { scenarios: [scenario] }), label: 'delete scenario' }
  },
})
