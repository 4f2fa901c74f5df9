import type { Project } from '../document/project'
import { codingsOf, passagesBySource, sentencesOf, type SentenceSpan } from './coded-sentences'
import { cohenKappa, krippendorffAlpha } from './coefficients'

/** How far two coders agree on some sentences. */
export interface Measure {
  readonly sentences: number
  readonly agreed: number
  /** Krippendorff's α, nominal; null if only one code occurs. */
  readonly alpha: number | null
  /** Cohen's κ; null if only one code occurs. */
  readonly kappa: number | null
}

/** A sentence that the two coded differently. */
export interface CodingDisagreement extends SentenceSpan {
  readonly source: string
  readonly words: string
  /** The code that each gave; empty for none. */
  readonly mine: string
  readonly theirs: string
}

/** How two people coded the same articles. */
export interface Agreement {
  readonly articles: number
  /** Articles that are left out because their texts differ. */
  readonly otherTexts: number
  /** Sentences that are left out because they have the same passages in both files: they were coded before the copy. */
  readonly codedBefore: number
  /** Of all sentences; to code none is a code too. */
  readonly all: Measure
  /** Of the sentences that both coded. */
  readonly codedByBoth: Measure
  /** How often each pair of codes occurs, the most frequent first. */
  readonly counts: readonly { readonly mine: string; readonly theirs: string; readonly count: number }[]
  /**
   * The most telling first: sentences to which both gave a code come before those that one left out, and pairs of codes
   * that are often confused before rare ones.
   */
  readonly disagreements: readonly CodingDisagreement[]
}

/**
 * Compares how two people coded copies of one project. The units are the sentences of the articles that either coded
 * after the copy. The code of a sentence is the category of the claims that rest on its words; several together are a
 * code of their own.
 */
export function agreementOf(mine: Project, theirs: Project): Agreement {
  const [own, other] = [passagesBySource(mine), passagesBySource(theirs)]
  const found: CodingDisagreement[] = []
  let [articles, otherTexts, codedBefore] = [0, 0, 0]
  for (const [id, source] of mine.sources) {
    const copy = theirs.sources.get(id)
    const [here, there] = [own.get(id) ?? [], other.get(id) ?? []]
    if (!copy || here.length + there.length === 0) continue
    if (copy.text !== source.text) {
      otherTexts++
      continue
    }
    const sentences = sentencesOf(source)
    const theirCodings = codingsOf(theirs, sentences, there)
    const coded = codingsOf(mine, sentences, here).map((coding, at) => {
      const theirCoding = theirCodings[at]!
      const { start, end } = sentences[at]!
      const words = source.text.slice(start, end)
      const pair = { source: id, start, end, words, mine: coding.code, theirs: theirCoding.code }
      const isSame =
        coding.code === theirCoding.code && coding.passages.join() === theirCoding.passages.join()
      return { pair, isSame, isBefore: isSame && coding.passages.length > 0 }
    })
    codedBefore += coded.filter(({ isBefore }) => isBefore).length
    if (coded.every(({ isSame }) => isSame)) continue
    articles++
    found.push(...coded.flatMap(({ pair, isBefore }) => (isBefore ? [] : pair)))
  }
  const counts = countsOf(found)
  return {
    ...{ articles, otherTexts, codedBefore },
    all: measureOf(found),
    codedByBoth: measureOf(found.filter(isCodedByBoth)),
    counts,
    disagreements: mostTellingFirst(found, counts),
  }
}

const isCodedByBoth = ({ mine, theirs }: Pair): boolean => mine !== '' && theirs !== ''

const keyOf = ({ mine, theirs }: Pair): string => JSON.stringify([mine, theirs])

function mostTellingFirst(
  found: readonly CodingDisagreement[],
  counts: Agreement['counts'],
): CodingDisagreement[] {
  const frequency = new Map(counts.map((each) => [keyOf(each), each.count]))
  const often = (each: Pair) => frequency.get(keyOf(each)) ?? 0
  return found
    .filter(({ mine, theirs }) => mine !== theirs)
    .sort((a, b) => Number(isCodedByBoth(b)) - Number(isCodedByBoth(a)) || often(b) - often(a))
}

type Pair = Pick<CodingDisagreement, 'mine' | 'theirs'>

function measureOf(pairs: readonly Pair[]): Measure {
  const units = pairs.map(({ mine, theirs }) => [mine, theirs] as const)
  return {
    sentences: units.length,
    agreed: units.filter(([a, b]) => a === b).length,
    alpha: krippendorffAlpha(units) ?? null,
    kappa: cohenKappa(units) ?? null,
  }
}

function countsOf(pairs: readonly Pair[]): Agreement['counts'] {
  const counts = new Map<string, Pair & { count: number }>()
  for (const { mine, theirs } of pairs) {
    const key = keyOf({ mine, theirs })
    counts.set(key, { mine, theirs, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}
