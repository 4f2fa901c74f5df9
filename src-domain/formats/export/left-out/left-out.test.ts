import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Placement } from '../../../records/placement'
import type { Relation } from '../../../records/relation'
import { exportEnv } from '../../../testing/export-env'
import { fullMap } from '../../../testing/full-map'
import type { InterchangeName } from '../../interchange/catalogue'
import { projectOf } from '../../interchange/project-of'
import { INTERCHANGE_READERS } from '../../interchange/readers'
import { NOW } from '../../interchange/testing/read'
import { exportFormatNamed, type ExportFormatName } from '../catalogue'
import type { ExportFormat } from '../format'
import { writable } from '../picture/svg-xml'
import { DEFAULT_LOOK } from '../picture-options'
import { EXPORT_WRITERS } from '../writers'
import { isFound, type ContentName } from './contents'

const plain = (text: string): string => writable(text).replace(/\s+/g, ' ').trim() || '…'
/** What brat makes of blanks and signs in the names of categories and tags, and of the names that have a meaning there. */
const named = (text: string, otherwise: string): string => {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  const meanings = new Map([
    ['majorclaim', 'hypothesis'],
    ['claim', 'judgement'],
    ['premise', 'evidence'],
  ])
  return meanings.get(name) ?? (name || otherwise)
}

/** Tells claims apart in what was read again. */
type KeyOf = (project: Project, claim: Claim) => string

const wording: KeyOf = (_project, { text }) => plain(text)
/** The words of the passages of a claim; of those that overlap, together. */
const joinedPassages: KeyOf = (project, { id }) => {
  const words: string[] = []
  for (const [source, { text }] of project.sources) {
    const own = [...project.excerpts.values()].filter(
      (excerpt) => excerpt.claim === id && excerpt.source === source && isFound(excerpt),
    )
    let last = { start: -1, end: -1 }
    const spans: (typeof last)[] = []
    for (const { start, end } of own.sort((one, other) => one.start - other.start)) {
      if (start <= last.end) last.end = Math.max(last.end, end)
      else spans.push((last = { start, end }))
    }
    words.push(...spans.map(({ start, end }) => plain(text.slice(start, end))))
  }
  return words.sort().join(' | ')
}

/** The words of the passages of a claim. */
const passageWords: KeyOf = (project, { id }) =>
  [...project.excerpts.values()]
    .filter((excerpt) => excerpt.claim === id && isFound(excerpt))
    .map(({ source, start, end }) => plain(project.sources.get(source)!.text.slice(start, end)))
    .sort()
    .join(' | ')

interface Reading {
  readonly format: ExportFormatName
  readonly as: InterchangeName
  readonly keyOf?: KeyOf
  /** A project in which nothing is that the limits of the format name. */
  readonly prepared?: (project: Project) => Project
  /** What the limits of the format name, so that it is not all kept. */
  readonly limited?: readonly ContentName[]
  /** The relations of which the format keeps the form. */
  readonly keepsForm?: (relation: Relation, project: Project) => boolean
}

/** A support of a step is one of its argument as a whole in Argdown, which its note says. */
const isNoBacking = ({ kind, targetType }: Relation): boolean => kind !== 'support' || targetType === 'claim'

/** A project whose articles have addresses. */
function withAddresses(project: Project): Project {
  const sources = [...project.sources].map(
    ([id, source]) => [id, { ...source, url: `https://example.org/${id}` }] as const,
  )
  return { ...project, sources: new Map(sources) }
}

/** A project in which each claim rests on one article. */
function withOneArticleEach(project: Project): Project {
  const first = new Map<string, string>()
  const excerpts = [...project.excerpts].filter(([, each]) => {
    if (isFound(each) && !first.has(each.claim)) first.set(each.claim, each.source)
    return first.get(each.claim) === each.source
  })
  return { ...project, excerpts: new Map(excerpts) }
}

const READINGS: readonly Reading[] = [
  { format: 'aif', as: 'aif' },
  { format: 'ova', as: 'aif', limited: ['passages'] },
  { format: 'sadface', as: 'sadface' },
  { format: 'agxml', as: 'agxml' },
  { format: 'argdown', as: 'argdown', limited: ['backings'], keepsForm: isNoBacking },
  { format: 'json-canvas', as: 'canvas' },
  { format: 'kialo', as: 'kialo' },
  { format: 'qdpx', as: 'qdpx' },
  { format: 'web-annotation', as: 'web-annotation' },
  { format: 'hypothesis', as: 'hypothesis', prepared: withAddresses, limited: ['passages'] },
  { format: 'brat', as: 'brat', keyOf: joinedPassages, prepared: withOneArticleEach, limited: ['passages'] },
]

/** Claims that a format writes. */
function saidClaims(project: Project, { loses }: ExportFormat): Claim[] {
  const resting = new Set([...project.excerpts.values()].filter(isFound).map(({ claim }) => claim))
  const needsPassage = loses.includes('claimsWithoutPassage')
  return [...project.claims.values()].filter(({ id }) => !needsPassage || resting.has(id))
}

/** Whether a format has a form for a relation and what it aims at. */
function isSaid(relation: Relation, project: Project, { loses }: ExportFormat): boolean {
  const lost = (name: ContentName) => loses.includes(name)
  if (lost('relations') || (lost('linked') && relation.premises.length > 1)) return false
  if (lost('contradictions') && relation.kind === 'contradict') return false
  if (relation.targetType === 'claim') {
    if (!lost('relationsAcross')) return true
    const on = (claim: string) =>
      [...project.excerpts.values()]
        .filter((each) => each.claim === claim && isFound(each))
        .map((each) => each.source)
    return on(relation.premises[0]!).some((source) => on(relation.target).includes(source))
  }
  if (lost(relation.kind === 'attack' ? 'undercuts' : 'backings')) return false
  return isSaid(project.relations.get(relation.target)!, project, { loses } as ExportFormat)
}

/** What a relation says, without ids. */
function stepWords(relation: Relation, project: Project, keyOf: KeyOf): string {
  const key = (id: string) => keyOf(project, project.claims.get(id)!)
  const target = (of: Relation): string =>
    of.targetType === 'claim'
      ? key(of.target)
      : `(${stepWords(project.relations.get(of.target)!, project, keyOf)})`
  const premises = relation.premises.map(key).sort()
  // A contradiction leads both ways.
  if (relation.kind === 'contradict' && premises.length === 1)
    return ['contradict', ...[...premises, target(relation)].sort()].join(' · ')
  return [relation.kind, ...premises, '→', target(relation)].join(' · ')
}

type Views = Partial<Record<ContentName, (project: Project, format: ExportFormat, keyOf: KeyOf) => string[]>>

const ofClaims =
  (say: (claim: Claim, project: Project) => string) =>
  (project: Project, format: ExportFormat, keyOf: KeyOf): string[] =>
    saidClaims(project, format).map((claim) => `${keyOf(project, claim)} :: ${say(claim, project)}`)
const ofRelations =
  (has: (relation: Relation) => boolean, say: (relation: Relation) => string = () => '') =>
  (project: Project, format: ExportFormat, keyOf: KeyOf): string[] =>
    [...project.relations.values()]
      .filter((relation) => has(relation) && isSaid(relation, project, format))
      .map((relation) => `${stepWords(relation, project, keyOf)} :: ${say(relation)}`)

const cardOf = ({ placements }: Project, claim: Claim) =>
  [...placements.values()].find((card) => card.claim === claim.id)

/** What is said of the cards of all maps; those of which nothing is said are left out. */
const ofCards =
  (say: (card: Placement) => string) =>
  (project: Project, format: ExportFormat, keyOf: KeyOf): string[] => {
    const said = new Map(saidClaims(project, format).map((claim) => [claim.id, claim]))
    return [...project.placements.values()].flatMap((card) => {
      const claim = said.get(card.claim)
      return claim && say(card) !== '' ? [`${keyOf(project, claim)} :: ${say(card)}`] : []
    })
  }

/** What each content says, in words that are the same after reading. */
const VIEWS: Views = {
  wordings: (project, format) => saidClaims(project, format).map(({ text }) => plain(text)),
  lines: (project, format) =>
    saidClaims(project, format).map(
      ({ text }) =>
        text
          .split(/\r\n?|[\n\u2028\u2029]/)
          .map((line) => writable(line).replace(/\s+/g, ' ').trim())
          .join(' / ')
          .replace(/^[ /]+|[ /]+$/g, '') || '…',
    ),
  claimNotes: ofClaims(({ note }) => plain(note)),
  tags: ofClaims(({ tags }) => [...new Set(tags.map((tag) => named(tag, 'tag')))].sort().join(', ')),
  categories: ofClaims(({ category }, { categories }) => named(categories.get(category)!.name, 'category')),
  unstated: ofClaims(({ unstated }) => String(unstated)),
  passages: (project, format, keyOf) =>
    saidClaims(project, format).map((claim) => `${keyOf(project, claim)} :: ${passageWords(project, claim)}`),
  linked: ofRelations(({ premises }) => premises.length > 1),
  relations: ofRelations(
    ({ premises, kind, targetType }) =>
      premises.length === 1 && kind !== 'contradict' && targetType === 'claim',
  ),
  contradictions: ofRelations(({ kind }) => kind === 'contradict'),
  undercuts: ofRelations(({ kind, targetType }) => kind === 'attack' && targetType === 'relation'),
  backings: ofRelations(({ kind, targetType }) => kind === 'support' && targetType === 'relation'),
  schemes: ofRelations(
    () => true,
    ({ scheme }) => plain(scheme),
  ),
  warrants: ofRelations(
    () => true,
    ({ warrant }) => plain(warrant),
  ),
  strengths: ofRelations(
    () => true,
    ({ strength }) => strength,
  ),
  answers: ofRelations(
    () => true,
    ({ answers }) => JSON.stringify(answers),
  ),
  relationNotes: ofRelations(
    () => true,
    ({ note }) => plain(note),
  ),
  positions: ofCards(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`),
  colours: ofCards(({ colour }) => colour),
  groups: ofClaims((claim, project) => {
    const title = project.groups.get(cardOf(project, claim)?.group ?? '')?.title
    return title === undefined ? '' : plain(title)
  }),
  caveats: ({ maps }) => [...maps.values()].map(({ caveat }) => plain(caveat)),
}

/** The projects that are read from what a format writes. */
async function readAgain({ format, as }: Reading, project: Project, map: string): Promise<Project[]> {
  const content = await EXPORT_WRITERS[format]({ project, map, ...DEFAULT_LOOK }, exportEnv)
  const read = await INTERCHANGE_READERS[as]()
  const readOne = (fileName: string, text: string, beside?: string) => {
    const file = { fileName, text, beside, hash: fileName, now: NOW }
    return projectOf(file, read(file))
  }
  if (typeof content === 'string') return [readOne('a.json', content)]
  const files = Object.entries(unzipSync(content)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  if (format !== 'brat') return [readOne('a.qdpx', JSON.stringify(Object.fromEntries(files)))]
  const texts = new Map(files)
  return files
    .filter(([name]) => name.endsWith('.ann'))
    .map(([name, text]) => readOne(name, text, texts.get(name.replace(/\.ann$/, '.txt'))))
}

/** A project without the relations that lose their form, and without those that aim at them. */
function withRelations(project: Project, keepsForm: NonNullable<Reading['keepsForm']>): Project {
  const keeps = (relation: Relation): boolean =>
    keepsForm(relation, project) &&
    (relation.targetType === 'claim' || keeps(project.relations.get(relation.target)!))
  return { ...project, relations: new Map([...project.relations].filter(([, relation]) => keeps(relation))) }
}

/** What of one list is not in the other, each as often as it stands there. */
function missing(expected: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1)
  return expected.filter((each) => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count <= 0
  })
}

describe.each(READINGS)('$format', (reading) => {
  const { keyOf = wording, prepared = (project: Project) => project, limited = [], keepsForm } = reading
  const format = exportFormatNamed(reading.format)!
  const isKept = (name: ContentName) => !format.loses.includes(name)
  const kept = (Object.keys(VIEWS) as ContentName[]).filter(
    (name) => isKept(name) && !limited.includes(name) && (name !== 'lines' || isKept('wordings')),
  )
  test('P9 gives back everything that it is not said to leave out', async () => {
    await fc.assert(
      fc.asyncProperty(fullMap(), async (full) => {
        // Canonical texts have line feeds alone; only a generated one has other ends of lines.
        fc.pre([...full.project.sources.values()].every(({ text }) => !text.includes('\r')))
        const project = prepared(full.project)
        const exported = format.of === 'map' ? mapAlone(project, full.map) : project
        const again = await readAgain(reading, project, full.map)
        const written = keepsForm ? withRelations(exported, keepsForm) : exported
        for (const name of kept) {
          const view = VIEWS[name]!
          const found = again.flatMap((each) => view(each, { ...format, loses: [] }, keyOf))
          expect(missing(view(written, format, keyOf), found), name).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  })
})
