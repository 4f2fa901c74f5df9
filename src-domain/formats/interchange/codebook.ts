import { FIRST_CATEGORIES, type Category } from '../../records/category'
import { nearestColour } from './colour-of'
import type { IncomingCategory } from './incoming'
import type { RecordIds } from './record-ids'

/** UTF-16 units. */
const DEFINITION_LIMIT = 20_000

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

  /** A category that the file defines. One of a new project keeps its place there. */
  define({ name: given, definition, colour }: IncomingCategory, foreign: Pick<Category, 'foreign'>): void {
    const name = given.trim().slice(0, 80)
    if (name === '' || this.#used.has(name)) return
    const first = FIRST_CATEGORIES.find((each) => each.name.toLowerCase() === name.toLowerCase())
    const category: Category = {
      ...(first ?? { id: this.ids.make(`${name}-category`), name, key: '', bar: 'solid' }),
      colour: nearestColour(colour ?? '') ?? first?.colour ?? 'slate',
      definition: definition.slice(0, DEFINITION_LIMIT),
      ...foreign,
    }
    this.#used.set(name, category)
    if (first) this.#used.set(first.id, category).set(first.name, category)
  }

  /** The categories of the project: those used, and those of a new project if none is. */
  categories(): Map<string, Category> {
    const all = this.#used.size > 0 ? [...this.#used.values()] : FIRST_CATEGORIES.slice(0, 1)
    return new Map(all.map((category) => [category.id, category]))
  }
}
