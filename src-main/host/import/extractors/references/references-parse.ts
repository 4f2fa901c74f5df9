import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { CslItem } from './references-csl'
import { withoutTex, withWholeNames } from './references-tex'

/** The references of a bibliography, and the beginnings of those that could not be read. */
interface Bibliography {
  readonly items: readonly CslItem[]
  readonly unread: readonly string[]
}

// BibLaTeX's fields include those of BibTeX.
const TYPES = { bib: '@biblatex/text', ris: '@ris/file' } as const
/** References parsed at once. When one of them is broken, only these are parsed again, one by one. */
const AT_ONCE = 50

/**
 * Reads BibTeX or RIS. A reference that cannot be read does not stop the others. The kind is always passed on: when
 * citation-js guesses it, it fetches what looks like an address or identifier.
 */
export async function bibliographyIn(text: string, kind: keyof typeof TYPES): Promise<Bibliography> {
  const { shared, entries } = kind === 'bib' ? bibEntries(text) : risEntries(text)
  const items: CslItem[] = []
  const unread: string[] = []
  const read = async (some: readonly string[]): Promise<void> => {
    try {
      items.push(...(await parsed(shared + some.join('\n'), TYPES[kind])))
    } catch {
      if (some.length > 1) for (const one of some) await read([one])
      else unread.push(some[0]!.trim().replace(/\s+/g, ' ').slice(0, 60))
    }
  }
  for (let at = 0; at < entries.length; at += AT_ONCE) await read(entries.slice(at, at + AT_ONCE))
  return { items, unread }
}

const parsed = async (text: string, forceType: string): Promise<CslItem[]> =>
  (await plugins.input.chainAsync(text, { forceType, generateGraph: false })) as CslItem[]

/**
 * The entries of a BibTeX file, each beginning with `@` on a new line or behind the end of another. `shared` are the abbreviations that every
 * entry may use.
 */
function bibEntries(text: string): { shared: string; entries: string[] } {
  const parts = text.split(/(?<=^|\})(?=[ \t]*@[a-z]+\s*[{(])/im).filter((part) => /^\s*@/.test(part))
  const shared = parts.filter((part) => /^\s*@string\b/i.test(part))
  const entries = parts
    .filter((part) => !/^\s*@(?:string|comment|preamble)\b/i.test(part))
    .map(withWholeNames)
    .map(withoutTex)
  return { shared: shared.join('\n'), entries }
}

/**
 * The entries of an RIS file. Each begins with `TY` and ends with `ER`. `A1` is another name of `AU`, and behind a whole date
 * stand other words, such as a season.
 */
function risEntries(text: string): { shared: string; entries: string[] } {
  const entries = text
    .replace(/\r\n?/g, '\n')
    .replace(/^A1(?= {1,2}-)/gm, 'AU')
    .replace(/^((?:PY|Y1|Y2|DA) {1,2}- \d{4}\/\d{1,2}\/\d{1,2})\/.*$/gm, '$1')
    .split(/^(?=TY {1,2}- )/m)
  return {
    shared: '',
    entries: entries
      .filter((entry) => entry.startsWith('TY'))
      .map((entry) => (/^ER {1,2}-/m.test(entry) ? entry : `${entry.trimEnd()}\nER  - \n`)),
  }
}
