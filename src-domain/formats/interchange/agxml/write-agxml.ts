import { claimNumbers } from '../../../argument/argument-graph'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import { sourcesInOrder } from '../../../records/source'
import type { ExportWriter } from '../../export/writer'
import { originOfMap } from '../origin-of-map'
import { attribute, edgeType, isWritten } from './agxml-words'
import { cdata } from './cdata'
import { rewriteAgxml } from './rewrite-agxml'

/** Writes a map as an argument graph of the microtext corpora; one that came so as that file, with only what changed since. */
export const writeAgxml: ExportWriter = ({ project, map }) => {
  const alone = mapAlone(project, map)
  const origin = originOfMap(alone, map, 'agxml')
  const same = origin && rewriteAgxml(alone, map, origin)
  return Promise.resolve(same ?? graphOf(alone, map, claimNumbers(project, map)))
}

function graphOf(alone: Project, map: string, numbers: ReadonlyMap<string, number>): string {
  const aduOf = new Map([...alone.claims.keys()].map((id) => [id, `a${numbers.get(id)!}`]))
  const written = [...alone.relations.values()].filter(
    ({ kind, targetType }) => kind !== 'support' || targetType === 'claim',
  )
  // What aims at a backing of a step, which has no form here, is left out too.
  const edgeOf = new Map<string, string>()
  for (const { id } of written) if (isWritten(alone, id)) edgeOf.set(id, `c${edgeOf.size + 1}`)
  const units = unitsOf(alone)
  const lines = [
    ...units.map(({ words }, at) => `  <edu id="e${at + 1}">${cdata(words)}</edu>`),
    ...[...alone.claims.values()].map(
      ({ id, tags }) => `  <adu id="${aduOf.get(id)!}" type="${tags.includes('opp') ? 'opp' : 'pro'}"/>`,
    ),
    ...units.map(
      ({ claim }, at) => `  <edge id="s${at + 1}" src="e${at + 1}" trg="${aduOf.get(claim)!}" type="seg"/>`,
    ),
  ]
  for (const relation of written) {
    const edge = edgeOf.get(relation.id)
    if (edge === undefined) continue
    const [first, ...others] = relation.premises.map((id) => aduOf.get(id)!)
    const onStep = relation.targetType === 'relation'
    const type = edgeType(relation)
    const target = onStep ? edgeOf.get(relation.target)! : aduOf.get(relation.target)!
    lines.push(`  <edge id="${edge}" src="${first!}" trg="${target}" type="${type}"/>`)
    others.forEach((premise, at) =>
      lines.push(`  <edge id="${edge}-${at + 2}" src="${premise}" trg="${edge}" type="add"/>`),
    )
  }
  return `<?xml version='1.0' encoding='UTF-8'?>\n<arggraph id="${attribute(alone.maps.get(map)?.name ?? '')}">\n${lines.join('\n')}\n</arggraph>\n`
}

/** The units of the text: the passages of the first article in their order, and the wordings of all other claims. */
function unitsOf(alone: Project): { claim: string; words: string }[] {
  const [source] = sourcesInOrder(alone.sources.values())
  const passages = [...alone.excerpts.values()]
    .filter((excerpt) => excerpt.source === source?.id && excerpt.anchor === 'exact')
    .sort((a, b) => a.start - b.start)
    .map(({ claim, exact }) => ({ claim, words: exact }))
  const wordsOf = new Map<string, string[]>()
  for (const { claim, words } of passages) wordsOf.set(claim, [...(wordsOf.get(claim) ?? []), words])
  // A unit stands for the wording here, so passages count only where they are the wording.
  const isWording = (claim: string) => wordsOf.get(claim)?.join(' ') === alone.claims.get(claim)?.text
  return [
    ...passages.filter(({ claim }) => isWording(claim)),
    ...[...alone.claims.values()]
      .filter(({ id }) => !isWording(id))
      .map(({ id, text }) => ({ claim: id, words: text })),
  ]
}
