import type { Project } from '../document/project'
import type { TableName } from '../records/registry'

/** A source of random values for generators, from numbers and texts that fast-check can shrink. */
export class Draw {
  #at = 0

  constructor(
    private readonly project: Project,
    private readonly numbers: readonly number[],
    private readonly words: readonly string[],
  ) {}

  upTo(maximum: number): number {
    return this.numbers[this.#at++ % this.numbers.length]! % (maximum + 1)
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.upTo(items.length - 1)]!
  }

  text(): string {
    return this.of(this.words)
  }

  /** The id of a record of a table; sometimes one that does not exist. */
  id(table: TableName): string {
    const ids = [...this.project[table].keys()]
    return ids.length === 0 || this.upTo(11) === 0 ? this.of(['nobody', '__proto__', ' ']) : this.of(ids)
  }

  ids(table: TableName): string[] {
    return Array.from({ length: 1 + this.upTo(2) }, () => this.id(table))
  }

  point(): { x: number; y: number } {
    const one = () => this.of([0, 1, -1]) * this.of([0.5, 7, 300, 1e7]) + this.upTo(50)
    return { x: Math.min(one(), 1e7), y: Math.min(one(), 1e7) }
  }

  span(): { source: string; start: number; end: number } {
    const source = this.id('sources')
    const length = this.project.sources.get(source)?.text.length ?? 10
    const start = this.upTo(length)
    return this.upTo(5) === 0
      ? { source, start: 0, end: length }
      : { source, start, end: start + this.upTo(200) }
  }

  maybe<Field extends object>(field: Field): Field | Record<string, never> {
    return this.upTo(1) === 0 ? field : {}
  }
}
