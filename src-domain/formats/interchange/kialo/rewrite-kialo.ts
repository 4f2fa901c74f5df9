import type { Project } from '../../../document/project'
import type { Origin } from '../../../records/origin'
import type { Relation } from '../../../records/relation'
import { mapTitle } from '../../export/graph/graph-text'
import { Correspondences } from '../correspondence'
import { isSaid, kialoWords, oneLine } from './kialo-words'
import { readKialo } from './read-kialo'

const LINE = /^(\d+(?:\.\d+)*)\. +((?:Pro|Con): *)?/
const LINK = /(?<!\\)\[([^\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g

/** A line of a discussion with a number, and the lines after it without one. */
interface Entry {
  readonly number: string
  lines: string[]
}

/**
 * The discussion from which a map came, with what was changed since: a claim that went takes its line along, and a new
 * one is the last reason of the claim that it leads to. All other lines stay as they are, with their numbers. Undefined if
 * reading it would not give the claims of the map.
 */
export function rewriteKialo(alone: Project, map: string, origin: Origin): string | undefined {
  const discussion = new Discussion(origin.content)
  const records = new Correspondences(alone, origin, readKialo)
  const [then] = records.then.maps.values()
  if (then && then.name !== alone.maps.get(map)?.name) discussion.name(mapTitle(alone, map))
  const numbers = new Map<string, string>()
  for (const { id, then: before, now } of records.of('claims')) {
    if (!now) discussion.remove(id)
    else {
      if (!numbers.has(now.id)) numbers.set(now.id, id)
      if (now.text !== before.text && numbers.get(now.id) === id) discussion.reword(id, now.text)
    }
  }
  const said = new Set<string>()
  for (const { id, then: before, now } of records.of('relations')) {
    const number = id.slice('r:'.length)
    const hasEnds = now !== undefined && isSaid(now) && hasSameEnds(records, before, now)
    if (!hasEnds || said.has(now.id)) discussion.part(number)
    else {
      said.add(now.id)
      if (now.kind !== before.kind) discussion.side(number, now)
    }
  }
  addNew(discussion, alone, numbers, said)
  const text = discussion.text()
  return saysAll(text, alone, origin) ? text : undefined
}

function addNew(
  discussion: Discussion,
  alone: Project,
  numbers: Map<string, string>,
  said: Set<string>,
): void {
  const relations = [...alone.relations.values()].filter((each) => isSaid(each) && !said.has(each.id))
  const place = (claim: string, number: string) => {
    numbers.set(claim, number)
    // Without recursion: a chain of claims can be longer than the stack.
    const open = [claim]
    for (let target = open.pop(); target !== undefined; target = open.pop()) {
      for (const relation of relations) {
        const premise = relation.premises[0]!
        if (relation.target !== target || said.has(relation.id) || numbers.has(premise)) continue
        said.add(relation.id)
        numbers.set(
          premise,
          discussion.addReason(numbers.get(target)!, relation, alone.claims.get(premise)!.text),
        )
        open.push(premise)
      }
    }
  }
  for (const [claim, number] of [...numbers]) place(claim, number)
  const leading = new Set(relations.map(({ premises }) => premises[0]!))
  const rest = [...alone.claims.values()].filter(({ id }) => !numbers.has(id))
  for (const { id, text } of [...rest.filter((each) => !leading.has(each.id)), ...rest])
    if (!numbers.has(id)) place(id, discussion.addThesis(text))
  for (const relation of relations) {
    const [premise, target] = [numbers.get(relation.premises[0]!), numbers.get(relation.target)]
    if (!said.has(relation.id) && premise !== undefined && target !== undefined)
      discussion.addReason(target, relation, undefined, premise)
  }
}

function hasSameEnds(records: Correspondences, then: Relation, now: Relation): boolean {
  const isAt = (before: string, claim: string): boolean => {
    const id = records.then.claims.get(before)?.foreign?.[0]?.id ?? ''
    const record = records.now.claims.get(claim)
    return record !== undefined && records.elementsOf(record).includes(id)
  }
  return isAt(then.premises[0]!, now.premises[0]!) && isAt(then.target, now.target)
}

/** Whether reading a discussion gives the wordings and the number of relations of a map. */
function saysAll(text: string, alone: Project, { fileName }: Origin): boolean {
  const { claims, steps } = readKialo({ text, fileName })
  const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim()
  const is = claims.map((claim) => squeezed(claim.text)).sort()
  const wanted = [...alone.claims.values()].map((claim) => squeezed(claim.text)).sort()
  const isSame = is.length === wanted.length && is.every((words, at) => words === wanted[at])
  return isSame && steps.length === [...alone.relations.values()].filter(isSaid).length
}

/** The lines of a discussion, changed by their numbers. */
class Discussion {
  readonly #end: string
  #head: string[] = []
  #entries: Entry[] = []

  constructor(content: string) {
    this.#end = content.includes('\r\n') ? '\r\n' : '\n'
    for (const line of content.split(/\r\n?|\n/)) {
      const number = LINE.exec(line)?.[1]
      const last = this.#entries.at(-1)
      if (number !== undefined) this.#entries.push({ number, lines: [line] })
      else if (last) last.lines.push(line)
      else this.#head.push(line)
    }
  }

  text = (): string => [...this.#head, ...this.#entries.flatMap(({ lines }) => lines)].join(this.#end)

  name(title: string): void {
    this.#head = this.#head.map((line, at) =>
      at === 0
        ? line.replace(/^(\uFEFF?Discussion Title: *).*/, (_, head: string) => head + oneLine(title))
        : line,
    )
  }

  reword(number: string, words: string): void {
    const entry = this.#entry(number)
    if (!entry) return
    const head = LINE.exec(entry.lines[0]!)![0]
    const before = entry.lines.join('\n')
    const links = [...before.matchAll(LINK)]
    let text = kialoWords(words, head.trim().endsWith(':') ? head : '')
    // A link stays where its words are still there.
    for (const [link, said = ''] of links)
      if (said !== '') text = text.replace(kialoWords(said, ' '), () => link)
    entry.lines = [`${head}${text}`, ...blanksAfter(entry.lines)]
  }

  remove(number: string): void {
    const at = this.#entries.findIndex((each) => each.number === number)
    if (at < 0) return
    const blanks = blanksAfter(this.#entries[at]!.lines)
    this.#entries.splice(at, 1)
    // The end of the file stays.
    if (at === this.#entries.length) (this.#entries.at(-1)?.lines ?? this.#head).push(...blanks)
  }

  /** Says no more that a claim is a reason for the one above it. */
  part(number: string): void {
    const entry = this.#entry(number)
    if (!entry) return
    const [line = '', ...rest] = entry.lines
    if (/-> *See/i.test(line.replace(LINE, ''))) this.remove(number)
    else entry.lines = [line.replace(LINE, `${number}. `), ...rest]
  }

  side(number: string, relation: Relation): void {
    const entry = this.#entry(number)
    if (entry)
      entry.lines = entry.lines.map((line, at) =>
        at === 0 ? line.replace(LINE, `${number}. ${sideOf(relation)}`) : line,
      )
  }

  /** Adds a reason after those of a claim, or a line that says where it stands. @returns its number */
  addReason(target: string, relation: Relation, words: string | undefined, see = ''): string {
    const side = sideOf(relation)
    const number = this.#next(`${target}.`)
    const line = `${number}. ${side}${words === undefined ? `-> See ${see}.` : kialoWords(words, side)}`
    const at = this.#entries.findLastIndex(
      (each) => each.number === target || each.number.startsWith(`${target}.`),
    )
    this.#insert(at, { number, lines: [line] })
    return number
  }

  /** Adds a claim that is a reason for no other. @returns its number */
  addThesis(words: string): string {
    const number = this.#next('')
    this.#insert(this.#entries.length - 1, { number, lines: [`${number}. ${kialoWords(words, '')}`] })
    return number
  }

  #insert(after: number, entry: Entry): void {
    const before = this.#entries[after]
    if (before) {
      const blanks = blanksAfter(before.lines)
      before.lines = before.lines.slice(0, before.lines.length - blanks.length)
      entry.lines.push(...blanks)
    }
    this.#entries.splice(after + 1, 0, entry)
  }

  /** The number after the last below another. */
  #next(above: string): string {
    const own = this.#entries.flatMap(({ number }) =>
      number.startsWith(above) ? Number(number.slice(above.length).split('.')[0]) : [],
    )
    return `${above}${own.reduce((most, each) => Math.max(most, each), 0) + 1}`
  }

  #entry = (number: string): Entry | undefined => this.#entries.find((each) => each.number === number)
}

const sideOf = ({ kind }: Relation): string => (kind === 'support' ? 'Pro: ' : 'Con: ')

/** The blank lines at the end of an entry. */
const blanksAfter = (lines: readonly string[]): string[] =>
  lines.slice(lines.findLastIndex((line) => line.trim() !== '') + 1)
