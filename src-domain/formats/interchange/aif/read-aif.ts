import { isObject } from '../../../records/record'
import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { LossList } from '../loss-list'
import { schemeFrom } from '../schemes'
import { jsonIn } from '../json-in'
import { aifFile, type AifFile, type AifNode } from './aif-file'
import { idOf, numberIn, objectsIn, textIn } from '../json-fields'
import { AifLinks } from './aif-links'
import { dialogueOf } from './dialogue'
import { nameAifLosses } from './aif-losses'
import { restatementsAsOne } from './restatements'
import { ownFields, ownFileFields } from '../own-fields'

/** Reads an AIF file of AIFdb, OVA2, OVA3 or the xAIF of annotation services. */
export function readAif({
  text,
  fileName,
  choices,
}: Pick<IncomingFile, 'text' | 'fileName' | 'choices'>): IncomingMap {
  const whole = jsonIn(text)
  const file = aifFile(isObject(whole) ? whole : {})
  const map = readAifFile(file, fileName)
  return choices?.rephrases === 'one' ? restatementsAsOne(map, file, new AifLinks(file)) : map
}

/** The map in an AIF file that is parsed already. */
function readAifFile(file: AifFile, fileName: string): IncomingMap {
  const losses = new LossList()
  const links = new AifLinks(file)
  const own = ownFileFields(file.whole['counterpoint'] ?? file.aif['counterpoint'])
  nameAifLosses(file, links, losses)
  const source = dialogueOf(file, links, losses)
  const steps = stepsOf(file, links, losses)
  return {
    format: `aif/${file.dialect}`,
    name: own.name ?? (file.title.trim() || fileName.replace(/\.[^.]*$/, '')),
    caveat: own.caveat,
    claims: claimsOf(file, links),
    steps,
    sources: source ? [source] : [],
    groups: own.groups,
    presentation: own.steps,
    losses: losses.lines(),
  }
}

function claimsOf(file: AifFile, links: AifLinks): IncomingClaim[] {
  const ova = isObject(file.whole['OVA']) ? file.whole['OVA'] : {}
  const places = new Map(
    [...objectsIn(ova['nodes']), ...[...file.nodes.values()].map(({ raw }) => raw)].map((raw) => [
      idOf(raw['nodeID'] ?? raw['id']),
      placeIn(raw),
    ]),
  )
  for (const raw of objectsIn(ova['nodes'])) places.set(idOf(raw['nodeID']), placeIn(raw))
  const classifier = isObject(file.whole['propositionClassifier']) ? file.whole['propositionClassifier'] : {}
  const kinds = new Map(
    objectsIn(classifier['nodes']).map((raw) => [idOf(raw['nodeID']), textIn(raw['propType'])]),
  )
  const restated = new Set(
    [...file.nodes.values()].flatMap(({ id, type }) =>
      type === 'MA' ? links.into(id).filter(links.isClaim).slice(0, 1) : [],
    ),
  )
  return [...file.nodes.values()]
    .filter(({ id }) => links.isClaim(id))
    .map((node) => {
      const own = ownFields(node.raw['counterpoint'])
      const tags = [kinds.get(node.id) ?? '', restated.has(node.id) ? 'restated' : ''].filter(Boolean)
      return {
        id: node.id,
        text: node.text,
        created: textIn(node.raw['timestamp']) || undefined,
        place: places.get(node.id),
        ...own,
        category: own.category ?? categoryOf(node, file, links),
        unstated: own.unstated ?? node.type === 'EN',
        tags: own.tags ?? tags,
      }
    })
}

/** The category that the illocutions of a claim say: a hypothesis or a question; undefined for any other claim. */
function categoryOf(node: AifNode, file: AifFile, links: AifLinks): string | undefined {
  const acts = links
    .into(node.id)
    .filter((id) => links.typeOf(id) === 'YA')
    .map((id) => file.nodes.get(id)?.text ?? '')
  if (acts.some((act) => /hypothesi[sz]ing/i.test(act))) return 'hypothesis'
  return acts.some((act) => /questioning/i.test(act)) ? 'question' : undefined
}

function placeIn(raw: Record<string, unknown>): { x: number; y: number } | undefined {
  const [x, y] = [numberIn(raw['x']), numberIn(raw['y'])]
  return x === undefined || y === undefined ? undefined : { x, y }
}

/** The steps of the file: a relation for each target of an inference or conflict. */
function stepsOf(file: AifFile, links: AifLinks, losses: LossList): IncomingStep[] {
  const steps: IncomingStep[] = []
  const merged = new Set<string>()
  const schemes = new Map(
    objectsIn(file.aif['schemefulfillments']).map((raw) => [idOf(raw['nodeID']), textIn(raw['scheme'])]),
  )
  for (const node of file.nodes.values()) {
    if (!links.isStep(node.id) || merged.has(node.id)) continue
    const targets = links.outOf(node.id).filter((id) => links.isClaim(id) || links.isStep(id))
    const premises = links.into(node.id).filter(links.isClaim)
    if (targets.length === 0) {
      losses.name('step:no-target', node.id, 'Steps without a target, kept only in the file')
      continue
    }
    const own = ownFields(node.raw['counterpoint'])
    const other =
      own.kind === 'contradict' ? otherHalf(file, links, own.other, node.id, premises, targets) : undefined
    if (other !== undefined) merged.add(other)
    for (const [at, target] of targets.entries()) {
      steps.push({
        id: node.id,
        ...(other !== undefined && { also: [other] }),
        ...(at > 0 && { part: at + 1 }),
        kind: kindOf(node, own.kind, links.isClaim(target)),
        premises,
        target: { type: links.isClaim(target) ? 'claim' : 'step', id: target },
        scheme: own.scheme ?? schemeOf(node, schemes.get(node.id) ?? ''),
        note: own.note,
        warrant: own.warrant,
        strength: own.strength,
        answers: own.answers,
      })
    }
  }
  return steps
}

function kindOf(node: AifNode, own: string | undefined, isClaim: boolean): IncomingStep['kind'] {
  if (node.type === 'RA') return 'support'
  return own === 'contradict' && isClaim ? 'contradict' : 'attack'
}

/** The conflict that is the other way of a contradiction of ours: it is between the same two claims. */
function otherHalf(
  file: AifFile,
  links: AifLinks,
  other: string | undefined,
  id: string,
  premises: readonly string[],
  targets: readonly string[],
): string | undefined {
  if (other === undefined || other === id || file.nodes.get(other)?.type !== 'CA') return undefined
  const isBack =
    premises.length === 1 &&
    targets.length === 1 &&
    links.into(other).filter(links.isClaim).join() === targets[0] &&
    links.outOf(other).join() === premises[0]
  return isBack ? other : undefined
}

function schemeOf({ text, raw }: AifNode, fulfilled: string): string {
  const named = [textIn(raw['scheme']), fulfilled, text].find((name) => /\p{L}/u.test(name))
  return schemeFrom(named ?? '')
}
