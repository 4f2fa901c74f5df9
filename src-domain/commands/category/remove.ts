import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed } from '../../document/change'
import { IdSchema } from '../../records/record'
import { command, refuse } from '../command'

/** Deletes a category and moves its claims to another, as one undo entry. */
export const categoryRemove = command({
  name: 'category.remove',
  title: 'Delete category',
  input: v.object({ category: IdSchema, to: v.optional(IdSchema) }),
  run(project, { category: id, to }) {
    const category = project.categories.get(id)
    if (!category) return refuse('The category is no longer in the project.')
    if (project.categories.size === 1) {
      return refuse(
        `“${category.name}” was not deleted. Every claim needs a category, and there is no other.`,
      )
    }
    const claims = [...project.claims.values()].filter((claim) => claim.category === id)
    if (claims.length > 0 && (to === undefined || to === id || !project.categories.has(to))) {
      return refuse(`“${category.name}” was not deleted. Choose another category for its claims first.`)
    }
    return {
      patch: [
        ...claims.map((claim) => changed('claims', claim, { category: to ?? claim.category })),
        ...deletion(project, { categories: [id] }),
      ],
      label: 'delete category',
    }
  },
})
