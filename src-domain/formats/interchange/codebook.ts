import { FIRST_CATEGORIES, type Category } from '../../records/category'
import type { RecordIds } from './record-ids'

/** The categories that a file uses. Merging finds those of the project by their names. */
export class Codebook {
  readonly #used = new Map<string, Category>()

  constructor(private readonly ids: RecordIds) {}

  /** The id of a category, by the id of one of a new project or by a name, which is made if there is none. */
  idFor(wanted: string): string {
    const name = wanted.trim().slice(0, 80) || 'Judgement'
    const known = this.#used.get(name)
    if (known) return known.id
    const first = FIRST_CATEGORIES.find((each) => each.id === name || each.name === name)
    const category: Category = first ?? {
      id: this.ids.make(`${name}-category`),
      name,
      colour: 'slate',
      key: '',
      definition: '',
      bar: 'solid',
    }
    this.#used.set(name, category)
    return category.id
  }

  /** The categories of the project: those used, and those of a new project if none is. */
  categories(): Map<string, Category> {
    const all = this.#used.size > 0 ? [...this.#used.values()] : FIRST_CATEGORIES.slice(0, 1)
    return new Map(all.map((category) => [category.id, category]))
  }
}
