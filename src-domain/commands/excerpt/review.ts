import * as v from 'valibot'
import type { Project } from '../../document/project'
import type { Excerpt } from '../../records/excerpt'
import { IdSchema, OffsetSchema } from '../../records/record'
import { command, nothing, refuse, type Outcome } from '../command'
import { passageOf } from '../shared/passage'

/** Accepts the current text of a moved or edited passage after review: its words replace the marked ones. */
export const excerptAccept = command({
  name: 'excerpt.accept',
  title: 'Accept passage as it is',
  input: v.object({ excerpt: IdSchema }),
  run(project, { excerpt: id }) {
    const excerpt = project.excerpts.get(id)
    if (!excerpt) return refuse('The passage is no longer in the project.')
    if (excerpt.anchor === 'exact') return nothing('accept passage')
    if (excerpt.anchor === 'lost' || excerpt.anchor === 'ambiguous') {
      return refuse(
        'The passage has no place in the current text. Nothing was changed. Choose another place for it, or detach it.',
      )
    }
    return placedAt(project, excerpt, excerpt, 'accept passage')
  },
})

/** Moves a passage to a place that the user chose. The words there replace the marked ones. */
export const excerptPlace = command({
  name: 'excerpt.place',
  title: 'Choose another place for a passage',
  input: v.object({ excerpt: IdSchema, start: OffsetSchema, end: OffsetSchema }),
  run(project, { excerpt: id, ...span }) {
    const excerpt = project.excerpts.get(id)
    if (!excerpt) return refuse('The passage is no longer in the project.')
    return placedAt(project, excerpt, span, 'place passage')
  },
})

function placedAt(
  project: Project,
  from: Excerpt,
  span: { readonly start: number; readonly end: number },
  label: string,
): Outcome {
  const source = project.sources.get(from.source)
  if (!source) return refuse('The article is no longer in the project.')
  const passage = passageOf(source, span.start, span.end)
  if ('refusal' in passage) return passage
  const { start, end, exact } = passage
  const twin = [...project.excerpts.values()].some(
    (other) =>
      other.id !== from.id &&
      other.claim === from.claim &&
      other.source === from.source &&
      other.anchor === 'exact' &&
      other.start === start &&
      other.end === end,
  )
  if (twin) {
    return refuse('The claim already rests on these words. Nothing was changed. Detach this passage instead.')
  }
  if (from.anchor === 'exact' && from.start === start && from.end === end && from.exact === exact)
    return nothing(label)
  const { judgedFor: _judgedFor, ...excerpt } = from
  const to: Excerpt = { ...excerpt, ...passage, anchor: 'exact' }
  return { patch: [{ table: 'excerpts', id: from.id, from, to }], label }
}
