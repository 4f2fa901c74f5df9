import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { blocksFit } from '../../document/integrity'
import { ArticleSchema } from '../../records/article'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

/** Adds an imported article to the library. */
export const sourceAdd = command({
  name: 'source.add',
  title: 'Add article',
  input: v.object({ article: ArticleSchema }),
  run(_project, { article }, env) {
    if (!blocksFit(article)) return refuse('The article was not added: its blocks do not fit its text.')
    const source = { ...article, id: env.newId(), added: env.now() }
    return {
      patch: [created('sources', source)],
      label: 'add article',
      select: { type: 'source', id: source.id },
    }
  },
})

/** Edits the metadata of an article. */
export const sourceDescribe = command({
  name: 'source.describe',
  title: 'Edit article details',
  input: v.object({
    source: IdSchema,
    fields: v.partial(
      v.object({
        title: v.pipe(words(1000), v.minLength(1)),
        authors: v.array(words(300)),
        publisher: words(300),
        published: words(40),
        url: words(4000),
        doi: words(300),
        accessed: words(40),
        language: words(35),
        kind: words(60),
        reliability: v.picklist(['', 'A', 'B', 'C', 'D', 'E', 'F']),
        credibility: v.picklist(['', '1', '2', '3', '4', '5', '6']),
      }),
    ),
  }),
  run(project, { source: id, fields }) {
    const source = project.sources.get(id)
    if (!source) return refuse('The article is no longer in the project.')
    if (fields.title?.trim() === '') return refuse('An article needs a title. The old title was kept.')
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const same = Object.entries(given).every(
      ([key, value]) => JSON.stringify(source[key]) === JSON.stringify(value),
    )
    if (same) return nothing('edit article details')
    return { patch: [changed('sources', source, given)], label: 'edit article details' }
  },
})

/** Deletes articles and their passages. The claims stay. */
export const sourceRemove = command({
  name: 'source.remove',
  title: 'Remove article',
  menu: 'File',
  context: { on: ['article'], title: 'Remove from project', removes: true },
  input: v.object({ sources: v.pipe(v.array(IdSchema), v.minLength(1)) }),
  from: ({ sources }) => (sources.length > 0 ? { sources: [...sources] } : undefined),
  run(project, { sources }) {
    const there = sources.filter((id) => project.sources.has(id))
    if (there.length === 0) return refuse('The article is no longer in the project.')
    const label = there.length > 1 ? 'remove articles' : 'remove article'
    return { patch: deletion(project, { sources: there }), label }
  },
})
