import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import type { Relation } from '../../../records/relation'
import { CodePoints } from '../offsets'

/** A text, and how to count in it as brat does: in code points of its file, where a line may end in two. */
export interface BratText {
  readonly text: string
  /** The number of code points of the file before a UTF-16 offset of the text. */
  readonly toPoints: (offset: number) => number
}

/** @param file the text as its file has it, if that ends lines in another way */
export function bratText(text: string, file = text): BratText {
  const points = new CodePoints(text)
  // The offsets of line feeds that are two characters in the file.
  const doubled: number[] = []
  const ends = [...file.matchAll(/\r\n?|\n/g)]
  for (const [at, { index }] of [...text.matchAll(/\n/g)].entries())
    if (ends[at]?.[0] === '\r\n') doubled.push(index)
  const doubledBefore = (offset: number): number => {
    let [low, high] = [0, doubled.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (doubled[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return { text, toPoints: (offset) => points.toPoints(offset) + doubledBefore(offset) }
}

/**
 * brat’s names have no blanks and few signs.
 * @param otherwise the name of what has neither a letter nor a digit in its name
 */
export const bratName = (name: string, otherwise: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
    .replace(/^_+|_+$/g, '') || otherwise

/** What stands in the line of a note, or beside a span: brat ends a line at any line break. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(/[\t\r\n\v\f\u0085\u2028\u2029]/g, ' ')

/** The type of a claim: its category. */
export const typeOf = (claim: Claim, { categories }: Project): string =>
  bratName(categories.get(claim.category)?.name ?? '', 'Category')

/** The spans of passages in a text and their words, without the identifier and the type: `0 5;8 12\tSome words`. */
export function spansOf(
  excerpts: readonly Pick<Excerpt, 'start' | 'end'>[],
  { text, toPoints }: BratText,
): { readonly spans: string; readonly words: string } {
  const fragments: { start: number; end: number }[] = []
  for (const { start, end } of [...excerpts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = fragments.at(-1)
    // The fragments of one annotation do not overlap.
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else fragments.push({ start, end })
  }
  return {
    spans: fragments.map(({ start, end }) => `${toPoints(start)} ${toPoints(end)}`).join(';'),
    words: oneLine(fragments.map(({ start, end }) => text.slice(start, end)).join(' ')),
  }
}

/** Whether brat has a form for a relation: it leads from one claim to another, for or against it. */
export const isBratRelation = ({ kind, premises, targetType }: Relation): boolean =>
  kind !== 'contradict' && premises.length === 1 && targetType === 'claim'

const RELATION_TYPES = {
  support: ['Supports', 'Partial-Support'],
  attack: ['Attacks', 'Partial-Attack'],
} as const

/** The type of a relation; of a weak one, it says so. */
export const relationType = ({ kind, strength }: Relation): string =>
  RELATION_TYPES[kind === 'support' ? 'support' : 'attack'][strength === 'weak' ? 1 : 0]

/** A tag as an attribute of an annotation: `name: value` has a value. */
export function attributeOf(tag: string, on: string): string {
  const [, name = tag, value] = /^([^:]+): (.+)$/.exec(tag) ?? []
  return [bratName(name, 'Tag'), on, ...(value === undefined ? [] : [bratName(value, 'Tag')])].join(' ')
}
