import * as v from 'valibot'
import { changed } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import { CategorySchema, ROLES, type Category } from '../../records/category'
import { IdSchema, words } from '../../records/record'
import { BAR_STYLES } from '../../vocabulary/palette'
import { command, nothing, refuse } from '../command'

/**
 * Edits the name, colour, bar, key, definition or role of a category. If another category has the key, the two swap keys.
 */
export const categoryEdit = command({
  name: 'category.edit',
  title: 'Edit category',
  input: v.object({
    category: IdSchema,
    fields: v.partial(
      v.object({
        name: words(80),
        colour: CategorySchema.entries.colour,
        key: CategorySchema.entries.key,
        definition: CategorySchema.entries.definition,
        bar: v.picklist(BAR_STYLES),
        role: v.picklist(['', ...ROLES]),
      }),
    ),
  }),
  run(project, { category: id, fields }) {
    const category = project.categories.get(id)
    if (!category) return refuse('The category is no longer in the project.')
    const others = [...project.categories.values()].filter((other) => other.id !== id)
    const name = fields.name?.trim() ?? category.name
    if (name === '') return refuse('A category needs a name. The old name was kept.')
    const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
    if (name !== category.name && isTaken) {
      return refuse(`There is already a category “${name}”. The old name was kept.`)
    }
    const { colour, key, definition, bar, role } = { ...category, ...given(fields) }
    const fieldsNow = { name, colour, key, definition, bar, role }
    const edited: RecordChange = changed('categories', category, fieldsNow)
    if (JSON.stringify(edited.from) === JSON.stringify(edited.to)) return nothing('edit category')
    const before = key === '' ? undefined : others.find((other) => other.key === key)
    const swapped = before && category.key !== key && changed('categories', before, { key: category.key })
    const [only, ...more] = Object.keys(given(fields))
    return {
      patch: swapped ? [edited, swapped] : [edited],
      label: 'edit category',
      ...(only === 'definition' && more.length === 0 && { joins: `definition ${id}` }),
    }
  },
})

const given = (fields: Partial<Record<keyof Category, unknown>>): Partial<Category> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
