import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { LossList } from '../loss-list'
import { KIALO_HEAD } from '../signs'

const LINE = /^(\d+(?:\.\d+)*)\. +(?:(Pro|Con): *)?(.*)$/
const SEE = /^-> *See *(\d+(?:\.\d+)*)\.? *$/i

interface Entry {
  readonly number: string
  readonly side: string | undefined
  readonly lines: string[]
}

/** Reads a discussion of Kialo. A claim supports or attacks the one whose number is one figure shorter. */
export function readKialo({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const entries = new Map<string, Entry>()
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const title = KIALO_HEAD.exec(lines[0] ?? '')?.[1]?.trim() ?? ''
  let last: Entry | undefined
  for (const line of title === '' ? lines : lines.slice(1)) {
    const [, number, side, words] = LINE.exec(line) ?? []
    if (number === undefined) {
      if (last) last.lines.push(line)
      else if (line.trim() !== '') losses.name('line', line.slice(0, 80), 'Lines before the first claim')
      continue
    }
    last = { number, side, lines: [words ?? ''] }
    if (entries.has(number))
      losses.name('node:double', number, 'Claims whose number the file has twice: the first counts')
    else entries.set(number, last)
  }
  const claims: IncomingClaim[] = []
  const steps: IncomingStep[] = []
  for (const { number, side, lines: own } of entries.values()) {
    const raw = own.join('\n').trim()
    const see = SEE.exec(raw)?.[1]
    if (see === undefined) claims.push({ id: number, ...wordsOf(raw) })
    const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : undefined
    if (parent === undefined) continue
    const isThere = entries.has(parent) && (see === undefined || entries.has(see))
    if (!isThere)
      losses.name('edge:dangling', number, 'Claims whose number leads to a claim that is not in the file')
    else if (side === undefined)
      losses.name('edge:neither', number, 'Claims that are neither for nor against the one above')
    else
      steps.push({
        id: `r:${number}`,
        kind: side === 'Pro' ? 'support' : 'attack',
        premises: [see ?? number],
        target: { type: 'claim', id: parent },
      })
  }
  return {
    format: 'kialo',
    name: title || fileName.replace(/\.[^.]*$/, ''),
    claims,
    steps,
    sources: [],
    groups: [],
    losses: losses.lines(),
  }
}

/** The words of a claim: links as their words, with the addresses in the note. */
function wordsOf(raw: string): Pick<IncomingClaim, 'text' | 'note'> {
  const addresses: string[] = []
  const text = raw
    .replace(
      /(?<!\\)\[([^\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g,
      (_all, words: string, address: string) => {
        addresses.push(address)
        return words
      },
    )
    .replace(/\\([[\](){}\\*_#`>.!+-])/g, '$1')
  return { text, note: addresses.join('\n') }
}
