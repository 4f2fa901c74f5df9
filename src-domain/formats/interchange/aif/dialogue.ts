import type { IncomingSource, IncomingSpan } from '../incoming'
import type { LossList } from '../loss-list'
import { type AifFile, type AifNode } from './aif-file'
import { idOf, objectsIn, textIn } from '../json-fields'
import type { AifLinks } from './aif-links'
import { markedText } from './marked-text'

/** The id of the text or transcript as a source; ids of nodes are numbers or longer. */
const TEXT_ID = 'text'

/**
 * What was said, folded into a source on which claims rest: the analysed text with its spans, else a transcript of the
 * locutions. Undefined if the file has neither.
 */
export function dialogueOf(file: AifFile, links: AifLinks, losses: LossList): IncomingSource | undefined {
  const authors = objectsIn(file.aif['participants']).map(nameOf).filter(Boolean)
  return file.html === undefined
    ? transcript(file, links, authors)
    : analysedText(file, file.html, links, authors, losses)
}

/** The claims that a node stands for: itself, or those to which a locution leads by an illocution. */
const claimsOf = (node: AifNode, links: AifLinks): string[] =>
  links.isClaim(node.id) ? [node.id] : node.type === 'L' ? links.claimsSaidBy(node.id) : []

function analysedText(
  file: AifFile,
  html: string,
  links: AifLinks,
  authors: readonly string[],
  losses: LossList,
): IncomingSource {
  const { text, spans: marked } = markedText(html)
  const spans = new Map<string, IncomingSpan>()
  const add = (span: IncomingSpan) => spans.set([span.claim, span.start, span.end].join(' '), span)
  const found = new Set<string>()
  for (const { id: written, start, end } of marked) {
    const node = file.nodes.get(written.replace(/^node/, '')) ?? file.nodes.get(written)
    if (!node) {
      losses.name('span:unknown', written, 'Marked words whose node is not in the file')
      continue
    }
    found.add(node.id)
    for (const claim of claimsOf(node, links)) add({ id: node.id, claim, start, end })
  }
  for (const node of file.nodes.values()) {
    if (node.type !== 'L' || found.has(node.id)) continue
    const words = saidIn(node, undefined).words
    const start = words === '' ? -1 : text.indexOf(words)
    const once = start >= 0 && text.indexOf(words, start + 1) < 0
    for (const claim of links.claimsSaidBy(node.id)) {
      if (once) add({ id: node.id, claim, start, end: start + words.length })
      else losses.name('span', claim, 'Locutions that are not marked in the text')
    }
  }
  return { id: TEXT_ID, title: file.title, authors, text, originalText: html, spans: [...spans.values()] }
}

function transcript(file: AifFile, links: AifLinks, authors: readonly string[]): IncomingSource | undefined {
  const people = new Map(
    objectsIn(file.aif['participants']).map((each) => [idOf(each['participantID']), nameOf(each)]),
  )
  const entries = new Map(objectsIn(file.aif['locutions']).map((each) => [idOf(each['nodeID']), each]))
  const said = [...file.nodes.values()].filter(({ id, type }) => type === 'L' && !links.onlyReports(id))
  if (said.length === 0) return undefined
  const ordered = inOrder(said, links, (id) => textIn(entries.get(id)?.['start']))
  const spans: IncomingSpan[] = []
  let text = ''
  for (const node of ordered) {
    const person = people.get(idOf(entries.get(node.id)?.['personID']))
    const { speaker, words } = saidIn(node, person)
    if (words === '') continue
    text += `${text === '' ? '' : '\n\n'}${speaker === '' ? '' : `${speaker}: `}`
    const start = text.length
    text += words
    for (const claim of links.claimsSaidBy(node.id))
      spans.push({ id: node.id, claim, start, end: text.length })
  }
  return { id: TEXT_ID, title: file.title || 'Transcript', authors, kind: 'transcript', text, spans }
}

/** Locutions by their start, else along the transitions between them, else as in the file. */
function inOrder(nodes: readonly AifNode[], links: AifLinks, startOf: (id: string) => string): AifNode[] {
  if (nodes.every(({ id }) => startOf(id) !== ''))
    return [...nodes].sort((a, b) => startOf(a.id).localeCompare(startOf(b.id)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const waiting = new Map<string, number>(nodes.map(({ id }) => [id, 0]))
  const next = new Map(
    nodes.map(({ id }) => [id, links.nextLocutions(id).filter((to) => byId.has(to) && to !== id)]),
  )
  for (const followers of next.values())
    for (const to of followers) waiting.set(to, (waiting.get(to) ?? 0) + 1)
  const ready = nodes
    .filter(({ id }) => waiting.get(id) === 0)
    .map(({ id }) => id)
    .reverse()
  const ordered = new Set<string>()
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    ordered.add(id)
    for (const to of [...(next.get(id) ?? [])].reverse()) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) ready.push(to)
    }
  }
  // Transitions in a circle have no first locution.
  return [...ordered, ...nodes.map(({ id }) => id).filter((id) => !ordered.has(id))].map((id) =>
    byId.get(id)!,
  )
}

/** The speaker and the words of a locution, which AIFdb writes as “SPEAKER : words”. */
function saidIn({ text }: AifNode, person: string | undefined): { speaker: string; words: string } {
  const clean = text.replace(/\r\n?/g, '\n').trim()
  const [, written, rest] = /^([^:\n]{1,80}?) : ([\s\S]*)$/.exec(clean) ?? []
  if (written !== undefined && rest !== undefined)
    return { speaker: person || written.trim(), words: rest.trim() }
  if (person && clean.startsWith(`${person}:`))
    return { speaker: person, words: clean.slice(person.length + 1).trim() }
  return { speaker: person ?? '', words: clean }
}

const nameOf = (person: Record<string, unknown>): string =>
  [person['firstname'], person['surname']].map(textIn).join(' ').trim().slice(0, 300)
