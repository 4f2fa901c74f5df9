import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { created } from '../../document/change'
import { IdSchema, OffsetSchema } from '../../records/record'
import { command, refuse } from '../command'
import { onlyClaim } from '../context'
import { madeBy } from '../shared/new-records'
import { passageOf } from '../shared/passage'

/** Adds the selected text as a passage of the selected claim: `E`. */
export const excerptAdd = command({
  name: 'excerpt.add',
  title: 'Add selection to the selected claim',
  menu: 'Claim',
  keys: ['e'],
  context: { on: ['words'] },
  input: v.object({ claim: IdSchema, source: IdSchema, start: OffsetSchema, end: OffsetSchema }),
  from(context) {
    const claim = onlyClaim(context)
    return claim && context.passage ? { claim, ...context.passage } : undefined
  },
  run(project, { claim, source, start, end }, env) {
    const article = project.sources.get(source)
    if (!article) return refuse('The article is no longer in the project.')
    if (!project.claims.has(claim)) return refuse('The claim is no longer in the project.')
    const passage = passageOf(article, start, end)
    if ('refusal' in passage) return passage
    const shown = { select: { type: 'claim', id: claim }, reveal: claim } as const
    const there = [...project.excerpts.values()].some(
      (other) =>
        other.claim === claim &&
        other.source === source &&
        other.start === passage.start &&
        other.end === passage.end,
    )
    if (there) return { patch: [], label: 'add passage', ...shown }
    const anchor = 'exact' as const
    const excerpt = { id: env.newId(), claim, source, ...passage, anchor, ...madeBy(env) }
    return { patch: [created('excerpts', excerpt)], label: 'add passage', ...shown }
  },
})

/** Deletes a passage. Its claim stays, even without a passage. */
export const excerptRemove = command({
  name: 'excerpt.remove',
  title: 'Detach passage',
  context: { on: ['passage'], removes: true },
  input: v.object({ excerpt: IdSchema }),
  from: ({ excerpt }) => (excerpt ? { excerpt } : undefined),
  run(project, { excerpt }) {
    if (!project.excerpts.has(excerpt)) return refuse('The passage is no longer in the project.')
    return { patch: deletion(project, { excerpts: [excerpt] }), label: 'detach passage' }
  },
})
