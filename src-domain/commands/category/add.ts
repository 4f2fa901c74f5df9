import * as v from 'valibot'
import { created } from '../../document/change'
import { freeLook } from '../shared/category-look'
import { words } from '../../records/record'
import { command, refuse } from '../command'

/** Adds a category with the first look and the first key that are free. */
export const categoryAdd = command({
  name: 'category.add',
  title: 'New category',
  input: v.object({ name: v.pipe(words(80), v.minLength(1)), definition: v.optional(words(20_000), '') }),
  run(project, input, env) {
    const name = input.name.trim()
    const others = [...project.categories.values()]
    if (name === '') return refuse('A category needs a name.')
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      return refuse(`There is already a category “${name}”.`)
    }
    const key = [...'123456789'].find((each) => others.every((other) => other.key !== each)) ?? ''
    const category = { id: env.newId(), name, ...freeLook(others), key, definition: input.definition }
    return { patch: [created('categories', category)], label: 'new category' }
  },
})
