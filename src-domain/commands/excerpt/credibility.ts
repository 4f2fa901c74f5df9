import * as v from 'valibot'
import { changed } from '../../document/change'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'

/** Grades how credible the words of a passage are; empty for the grade of its source. */
export const excerptCredibility = command({
  name: 'excerpt.credibility',
  title: 'Grade passage',
  input: v.object({ excerpt: IdSchema, credibility: v.picklist(['', '1', '2', '3', '4', '5', '6']) }),
  run(project, { excerpt: id, credibility }) {
    const excerpt = project.excerpts.get(id)
    if (!excerpt) return refuse('The passage is no longer in the project.')
    if ((excerpt.credibility ?? '') === credibility) return nothing('grade passage')
    return { patch: [changed('excerpts', excerpt, { credibility })], label: 'grade passage' }
  },
})
