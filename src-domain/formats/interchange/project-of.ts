import { describe } from '../../anchoring/describe'
import type { Point } from '../../canvas/card'
import { VERSION, FORMAT, type Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Excerpt } from '../../records/excerpt'
import type { Group } from '../../records/group'
import type { Origin } from '../../records/origin'
import type { Placement } from '../../records/placement'
import { COORDINATE_LIMIT, FOREIGN_ID_LIMIT, type Foreign } from '../../records/record'
import type { Relation, Strength } from '../../records/relation'
import { STRENGTHS } from '../../records/relation'
import { COLOURS, type Colour } from '../../vocabulary/palette'
import { Codebook } from './codebook'
import type { IncomingClaim, IncomingFile, IncomingMap, IncomingSpan, IncomingStep } from './incoming'
import { LossList } from './loss-list'
import { placesFor } from './places'
import { RecordIds } from './record-ids'
import { settledSteps, stepKey } from './settle'
import { sourceOf } from './source-of'
import { wordingOf, tagsOf, utcTime } from './wording'

/** A project with what a file of another program holds: one map, its records, and the file as their origin. */
export function projectOf(file: IncomingFile, incoming: IncomingMap): Project {
  const ids = new RecordIds(file.hash)
  const losses = new LossList()
  const chosen = Object.entries(file.choices ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const origin: Origin = {
    id: ids.make('origin'),
    format: incoming.format.slice(0, 40),
    fileName: file.fileName.slice(0, 1000),
    added: file.now,
    content: file.text,
    report: [],
    ...(chosen.length > 0 && { choices: Object.fromEntries(chosen) }),
  }
  const from = (ids: readonly string[], part?: number): { foreign: Foreign[] } => ({
    foreign: ids.map((id) => ({
      origin: origin.id,
      id: id.slice(0, FOREIGN_ID_LIMIT),
      ...(part !== undefined && part > 1 && { part }),
    })),
  })
  const codebook = new Codebook(ids)
  for (const category of incoming.categories ?? []) codebook.define(category, from([category.id]))
  const claimIds = new Map<string, string>()
  const claims = new Map<string, Claim>()
  const incomingClaims: IncomingClaim[] = []
  for (const claim of incoming.claims) {
    if (claimIds.has(claim.id)) continue
    const id = ids.make(claim.id)
    claimIds.set(claim.id, id)
    incomingClaims.push(claim)
    const { text, note } = wordingOf(claim, losses)
    claims.set(id, {
      id,
      text,
      category: codebook.idFor(claim.category ?? 'judgement'),
      note,
      tags: tagsOf(claim, losses),
      created: utcTime(claim.created) ?? file.now,
      unstated: claim.unstated ?? false,
      ...from([claim.id, ...(claim.also ?? [])]),
    })
  }
  const steps = settledSteps(incomingClaims, incoming.steps, losses)
  const relations = relationsOf(steps, claimIds, ids, from)
  const map = { id: ids.make('map'), name: incoming.name.slice(0, 300) || 'Map', created: file.now }
  const groups = groupsOf(incoming, map.id, ids, from)
  const sources = new Map(
    incoming.sources.flatMap((source) => {
      const made = sourceOf(source, { id: ids.make(source.id), fileName: origin.fileName, now: file.now })
      return made
        ? [[made.id, { ...made, format: formatName(incoming.format), ...from([source.id]) }] as const]
        : []
    }),
  )
  const texts = [...sources.values()]
  const excerpts = new Map<string, Excerpt>()
  const parts = new Map<string, number>()
  const usable = incoming.sources.filter(({ text }) => text.trim() !== '')
  for (const [at, { spans }] of usable.entries()) {
    for (const span of spans) {
      const part = (parts.get(span.id) ?? 0) + 1
      parts.set(span.id, part)
      const excerpt = excerptOf(span, texts[at]!, claimIds, ids)
      if (excerpt) excerpts.set(excerpt.id, { ...excerpt, ...from([span.id], part) })
      else losses.name('span', span.claim, 'Passages without words')
    }
  }
  const { hasMap = true } = incoming
  const placed = hasMap ? incomingClaims.filter((claim) => claim.placed ?? true) : []
  const places = placesFor(placed, steps)
  const card = (claim: IncomingClaim, at: Point, on: string, number = 1): Placement => ({
    id: ids.make(`${claim.id}-card`),
    map: on,
    claim: claimIds.get(claim.id)!,
    x: coordinate(at.x),
    y: coordinate(at.y),
    collapsed: claim.collapsed ?? false,
    pinned: claim.pinned ?? false,
    colour: colourOf(claim.colour) ?? '',
    group: number === 1 ? (groups.get(claim.group ?? '')?.id ?? '') : '',
    ...from([claim.id], number),
  })
  const further = (incoming.furtherMaps ?? []).map((each, at) => {
    const id = ids.make(each.id === '' ? 'map' : each.id)
    const cards = incomingClaims.flatMap((claim) => {
      const place = each.places.get(claim.id)
      return place ? [card(claim, place, id, at + 2)] : []
    })
    const name = each.name.slice(0, 300) || 'Map'
    return { map: { id, name, created: file.now, steps: [], caveat: '', ...from([each.id]) }, cards }
  })
  const placements = new Map(
    [
      ...placed.map((claim) => card(claim, places.get(claim.id)!, map.id)),
      ...further.flatMap(({ cards }) => cards),
    ].map((each) => [each.id, each]),
  )
  const presentation = (incoming.presentation ?? []).flatMap((id) => claimIds.get(id) ?? [])
  const whole = {
    ...map,
    steps: [...new Set(presentation)],
    caveat: (incoming.caveat ?? '').slice(0, 2000),
    ...from(['']),
  }
  return {
    about: {
      format: FORMAT,
      version: VERSION,
      id: ids.make('project'),
      title: map.name,
      created: file.now,
      modified: file.now,
      revision: 0,
    },
    categories: codebook.categories(),
    sources,
    claims,
    excerpts,
    relations,
    maps: new Map((hasMap ? [whole, ...further.map((each) => each.map)] : []).map((each) => [each.id, each])),
    groups: new Map(hasMap ? [...groups.values()].map((group) => [group.id, group]) : []),
    placements,
    matrices: new Map(),
    rows: new Map(),
    cells: new Map(),
    scenarios: new Map(),
    origins: new Map([[origin.id, { ...origin, report: [...incoming.losses, ...losses.lines()] }]]),
    disagreements: new Map(),
    ties: new Map(),
  }
}

type From = (ids: readonly string[], part?: number) => { foreign: Foreign[] }

const formatName = (format: string): string => format.split('/')[0] ?? format

function relationsOf(
  steps: readonly IncomingStep[],
  claimIds: ReadonlyMap<string, string>,
  ids: RecordIds,
  from: From,
): Map<string, Relation> {
  const relationIds = new Map(steps.map((step) => [stepKey(step), ids.make(step.id)]))
  return new Map(
    steps.map((step) => {
      const id = relationIds.get(stepKey(step))!
      const { type, id: target } = step.target
      return [
        id,
        {
          id,
          kind: step.kind,
          premises: step.premises.map((premise) => claimIds.get(premise)!),
          targetType: type === 'claim' ? 'claim' : 'relation',
          target: type === 'claim' ? claimIds.get(target)! : relationIds.get(stepKey({ id: target }))!,
          note: (step.note ?? '').slice(0, 200_000),
          warrant: (step.warrant ?? '').slice(0, 20_000),
          scheme: (step.scheme ?? '').slice(0, 60),
          answers: (step.answers ?? []).map(({ question, answer }) => ({
            question: question.slice(0, 60),
            answer: answer.slice(0, 20_000),
          })),
          strength: isStrength(step.strength) ? step.strength : '',
          ...from([step.id, ...(step.also ?? [])], step.part),
        } satisfies Relation,
      ] as const
    }),
  )
}

const isStrength = (word: string | undefined): word is Strength =>
  (STRENGTHS as readonly (string | undefined)[]).includes(word)

const colourOf = (word: string | undefined): Colour | undefined => COLOURS.find((colour) => colour === word)

function groupsOf(
  { groups }: IncomingMap,
  map: string,
  ids: RecordIds,
  from: From,
): ReadonlyMap<string, Group> {
  return new Map(
    groups.map(({ id, title, colour }) => [
      id,
      {
        id: ids.make(`${id}-group`),
        map,
        title: title.slice(0, 300),
        colour: colourOf(colour) ?? COLOURS[0],
        ...from([id]),
      },
    ]),
  )
}

function excerptOf(
  { id, claim, start, end, prefix, suffix }: IncomingSpan,
  source: { readonly id: string; readonly text: string },
  claimIds: ReadonlyMap<string, string>,
  ids: RecordIds,
): Excerpt | undefined {
  const described = describe(source.text, start, end)
  const of = claimIds.get(claim)
  if (!described || of === undefined) return undefined
  const context =
    prefix === undefined ? {} : { prefix: prefix.slice(-64), suffix: (suffix ?? '').slice(0, 64) }
  return {
    id: ids.make(`${id}-passage`),
    claim: of,
    source: source.id,
    ...described,
    ...context,
    anchor: 'exact',
  }
}

const coordinate = (value: number): number =>
  Number.isFinite(value) ? Math.max(-COORDINATE_LIMIT, Math.min(COORDINATE_LIMIT, Math.round(value))) : 0
