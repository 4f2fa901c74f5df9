import type {
  IncomingClaim,
  IncomingFile,
  IncomingMap,
  IncomingSource,
  IncomingSpan,
  IncomingStep,
} from '../incoming'
import { LineFeeds } from '../line-ends'
import { LossList } from '../loss-list'
import { CodePoints, placeOf } from '../offsets'
import { quotesSource } from '../quotes-source'

const CATEGORIES: Readonly<Record<string, string>> = {
  majorclaim: 'hypothesis',
  claim: 'judgement',
  premise: 'evidence',
}

interface Mark {
  readonly id: string
  readonly type: string
  /** Code points into the text. */
  readonly fragments: readonly (readonly [number, number])[]
  readonly words: string
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  E: ['event', 'Events, kept only in the file'],
  '*': ['equivalence', 'Equivalences, kept only in the file'],
  N: ['normalization', 'Normalizations, kept only in the file'],
}

/** Reads the standoff annotations of brat (Stenetorp and others 2012), on the text beside them if that is there. */
export function readBrat({
  text,
  fileName,
  beside,
}: Pick<IncomingFile, 'text' | 'fileName' | 'beside'>): IncomingMap {
  const losses = new LossList()
  const marks = new Map<string, Mark>()
  const tags = new Map<string, string[]>()
  const notes = new Map<string, string[]>()
  const steps: IncomingStep[] = []
  const relations: { id: string; type: string; from: string; to: string }[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    if (line.trim() === '') continue
    const [id = '', head = '', ...rest] = line.split('\t')
    const sign = id.charAt(0)
    if (sign === 'T') {
      const mark = markIn(id, head, rest.join('\t'))
      if (!mark) losses.name('line', id, 'Lines that are no annotation of brat')
      else if (marks.has(id))
        losses.name('node:double', id, 'Annotations whose id the file has twice: the first counts')
      else marks.set(id, mark)
    } else if (sign === 'R') {
      const [, type = '', from = '', to = ''] = /^(\S+)\s+\S+?:(\S+)\s+\S+?:(\S+)/.exec(head) ?? []
      relations.push({ id, type, from, to })
    } else if (sign === 'A' || sign === 'M') {
      const [name = '', on = '', value] = head.split(/\s+/)
      add(tags, on, value === undefined ? name : `${name}: ${value}`)
    } else if (sign === '#') add(notes, head.split(/\s+/)[1] ?? '', rest.join('\t'))
    else {
      const [type, what] = Object.hasOwn(NAMES, sign)
        ? NAMES[sign]!
        : ['line', 'Lines that are no annotation of brat']
      losses.name(type, id, what)
    }
  }
  for (const { id, type, from, to } of relations) {
    const kind = /support/i.test(type) ? 'support' : /attack/i.test(type) ? 'attack' : undefined
    if (!marks.has(from) || !marks.has(to))
      losses.name('edge:dangling', id, 'Relations whose ends are not in the file')
    else if (!kind)
      losses.name(`edge:${type}`, id, 'Relations that neither support nor attack, kept only in the file')
    else
      steps.push({
        id,
        kind,
        premises: [from],
        target: { type: 'claim', id: to },
        strength: /partial/i.test(type) ? 'weak' : '',
      })
  }
  for (const [on] of [...tags, ...notes])
    if (!marks.has(on))
      losses.name('attribute', on, 'Attributes and notes of what is no claim, kept only in the file')
  const claims = [...marks.values()].map(({ id, type, words }): IncomingClaim => ({
    id,
    text: words,
    isPassage: true,
    category: Object.hasOwn(CATEGORIES, type.toLowerCase()) ? CATEGORIES[type.toLowerCase()] : type,
    tags: tags.get(id),
    note: (notes.get(id) ?? []).join('\n'),
  }))
  const name = fileName.replace(/\.[^.]*$/, '')
  return {
    format: 'brat',
    name,
    claims,
    steps,
    sources: [sourceOf(name, [...marks.values()], beside, losses)],
    groups: [],
    losses: losses.lines(),
  }
}

function markIn(id: string, head: string, words: string): Mark | undefined {
  const [, type, spans] = /^(\S+)\s+(\d+ \d+(?:;\d+ \d+)*)\s*$/.exec(head) ?? []
  if (type === undefined || spans === undefined) return undefined
  const fragments = spans.split(';').map((part) => part.split(' ').map(Number) as [number, number])
  return { id, type, fragments, words: words.trim() || type }
}

function sourceOf(
  title: string,
  marks: readonly Mark[],
  beside: string | undefined,
  losses: LossList,
): IncomingSource {
  if (beside === undefined || beside.trim() === '')
    return quotesSource(
      { id: 'text', title },
      marks.map(({ id, words }) => ({ id, claim: id, words })),
    )
  const raw = beside.replace(/^\uFEFF/, '')
  const points = new CodePoints(raw)
  const feeds = new LineFeeds(raw)
  const spans: IncomingSpan[] = []
  for (const { id, fragments, words } of marks) {
    const found = fragments.map(([start, end]) => ({
      start: feeds.at(points.toUnits(start)),
      end: feeds.at(points.toUnits(end)),
    }))
    const there = found.map(({ start, end }) => feeds.text.slice(start, end)).join(' ')
    const isSame = squeezed(there) === squeezed(words)
    const place = isSame ? undefined : placeOf(feeds.text, words, [found[0]?.start ?? 0])
    if (isSame || place === undefined) {
      if (!isSame)
        losses.name(
          'span:other-words',
          id,
          'Annotations whose words differ from those at their place in the text',
        )
      for (const { start, end } of found) spans.push({ id, claim: id, start, end })
    } else spans.push({ id, claim: id, start: place, end: place + words.length })
  }
  return { id: 'text', title, text: feeds.text, originalText: beside, spans }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function add(index: Map<string, string[]>, key: string, value: string): void {
  const known = index.get(key)
  if (known) known.push(value)
  else index.set(key, [value])
}
