import type { Project } from '../../../document/project'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Excerpt } from '../../../records/excerpt'
import type { Origin } from '../../../records/origin'
import type { Relation } from '../../../records/relation'
import { QUOTES, type Source } from '../../../records/source'
import { isFound } from '../../export/left-out/contents'
import { Correspondences } from '../correspondence'
import { BratDocument } from './brat-document'
import { attributeOf, bratText, isBratRelation, oneLine, relationType, spansOf, typeOf } from './brat-lines'
import { readBrat } from './read-brat'

/**
 * The annotations of an article that came from brat, with what was changed since: lines of elements whose records are as
 * they were stay as they are.
 */
export function rewriteBrat(project: Project, origin: Origin, source: Source): string {
  const document = new BratDocument(origin.content)
  // A file that came without its text has offsets into a text that is not here.
  const text = source.kind === QUOTES ? undefined : bratText(source.text, source.originalText)
  const beside = text && source.originalText
  const records = new Correspondences(project, origin, (file) => readBrat({ ...file, beside }))
  const marks = new Map<string, string>()
  const claims = records.of('claims')
  const placesThen = placesOf(records.then.excerpts.values())
  for (const { id, then, now } of claims) {
    const places = now ? passagesIn(project, source, now.id) : []
    if (!now || places.length === 0) {
      document.remove(id)
      continue
    }
    marks.set(now.id, id)
    const [type, typeThen] = [typeOf(now, project), typeOf(then, records.then)]
    if (type !== typeThen) document.retype(id, type)
    const isMoved = placesKey(places) !== placesThen.get(then.id)
    if (isMoved && text) document.respan(id, spansOf(places, text))
    const tags = new Set(now.tags)
    for (const tag of then.tags) if (!tags.has(tag)) document.removeAttribute(id, tag)
    for (const tag of tags) if (!then.tags.includes(tag)) document.add('A', attributeOf(tag, id))
    if (now.note !== then.note) document.annotate(id, oneLine(now.note))
  }
  for (const claim of records.added('claims')) {
    const places = passagesIn(project, source, claim.id)
    if (places.length === 0 || !text) continue
    const { spans, words } = spansOf(places, text)
    const id = document.add('T', `${typeOf(claim, project)} ${spans}\t${words}`)
    marks.set(claim.id, id)
    for (const tag of claim.tags) document.add('A', attributeOf(tag, id))
    if (claim.note !== '') document.annotate(id, oneLine(claim.note))
  }
  const endsOf = ({ premises, target }: Relation) => {
    const [from, to] = [marks.get(premises[0]!), marks.get(target)]
    return from && to ? `Arg1:${from} Arg2:${to}` : undefined
  }
  for (const { id, then, now } of records.of('relations')) {
    const ends = now && isBratRelation(now) ? endsOf(now) : undefined
    if (!now || ends === undefined) document.remove(id)
    else {
      if (relationType(now) !== relationType(then)) document.retype(id, relationType(now))
      document.reconnect(id, marks.get(now.premises[0]!)!, marks.get(now.target)!)
    }
  }
  for (const relation of records.added('relations').filter(isBratRelation)) {
    const ends = endsOf(relation)
    if (ends) document.add('R', `${relationType(relation)} ${ends}`)
  }
  return document.text()
}

/** The passages of a claim in an article. */
const passagesIn = (project: Project, source: Source, claim: string): readonly Excerpt[] =>
  (excerptsByClaim(project).get(claim) ?? []).filter(
    (excerpt) => excerpt.source === source.id && isFound(excerpt),
  )

const placesKey = (excerpts: readonly Pick<Excerpt, 'start' | 'end'>[]): string =>
  excerpts
    .map(({ start, end }) => `${start} ${end}`)
    .sort()
    .join(';')

/** The places of the passages of each claim, as one word to compare. */
function placesOf(excerpts: Iterable<Excerpt>): ReadonlyMap<string, string> {
  const of = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) {
    const known = of.get(excerpt.claim)
    if (known) known.push(excerpt)
    else of.set(excerpt.claim, [excerpt])
  }
  return new Map([...of].map(([claim, own]) => [claim, placesKey(own)]))
}
