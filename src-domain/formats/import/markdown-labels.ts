import type { Options } from 'mdast-util-from-markdown'

type Extension = NonNullable<Options['extensions']>[number]

/**
 * The labels of link definitions, for the parser. It looks for a label in all of them at each link, and has only those of
 * the text that it parses.
 */
class Labels extends Array<string> {
  readonly #all = new Set<string>()

  override push(label: string): number {
    return this.#all.add(label).size
  }

  override includes(label: string): boolean {
    return this.#all.has(label)
  }
}

/** An extension of the parser for texts that are parsed one after the other: each has the labels of all before it, too. */
export function sharedLabels(): Extension {
  const labels = new Labels()
  return {
    flowInitial: {
      null: {
        name: 'sharedLabels',
        tokenize(_effects, _ok, nok) {
          this.parser.defined = labels
          return nok
        },
      },
    },
  }
}
