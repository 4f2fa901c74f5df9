import { foreignOf } from '../document/origins'
import type { Project } from '../document/project'
import type { Claim } from '../records/claim'
import type { Excerpt } from '../records/excerpt'
import type { AnyRecord, TableName } from '../records/registry'
import type { Relation } from '../records/relation'
import type { Placement } from '../records/placement'
import { QUOTES, type Source } from '../records/source'
import { pair, type Sign } from './pair'

/** Formats whose elements are numbered by their place in the file, so that an id says little of a later state. */
const NUMBERED = /^(?:kindle|readwise|hypothesis\/csv|kialo|opml|argdown)/

/** Words in common that make a text a new wording of another: a share of the shorter. */
const REWORDED = 0.4

/** The tables whose records come from files of other programs. */
export const PAIRED = ['sources', 'claims', 'relations', 'maps', 'groups', 'placements', 'excerpts'] as const

export type PairedTable = (typeof PAIRED)[number]

/** For each table, the record of the later state by the id of that in the earlier. */
export type Pairs = ReadonlyMap<PairedTable, ReadonlyMap<string, AnyRecord>>

/** The element that a record came from, as one word. */
export const elementOf = (row: AnyRecord): string => {
  const [first] = foreignOf(row)
  return JSON.stringify([first?.id ?? row.id, first?.part ?? 1])
}

/**
 * Finds the same elements in two states of a file: by id and words, then by either. Where ids are places in the file,
 * words count more, and a text with few words in common is another one.
 * @param format of the file, such as `aif/ova3`
 */
export function pairElements(format: string, earlier: Project, later: Project): Pairs {
  const isNumbered = NUMBERED.test(format)
  const pairs = new Map<PairedTable, ReadonlyMap<string, AnyRecord>>()
  const same = (table: PairedTable, id: string): string => pairs.get(table)?.get(id)?.id ?? `gone ${id}`
  const add = <Row extends AnyRecord>(
    table: PairedTable,
    [before, after]: readonly [ReadonlyMap<string, Row>, ReadonlyMap<string, Row>],
    signs: readonly (readonly [Sign<Row>, Sign<Row>])[],
  ) => pairs.set(table, pair(before.values(), after.values(), signs))
  const both = <Row extends AnyRecord>(sign: Sign<Row>): readonly [Sign<Row>, Sign<Row>] => [sign, sign]

  add<Source>(
    'sources',
    [earlier.sources, later.sources],
    [
      both(({ text }) => text),
      both(({ url, doi }) => url || doi || undefined),
      both(({ title, authors }) => JSON.stringify([title, authors])),
      both((row) => (row.kind === QUOTES ? undefined : elementOf(row))),
    ],
  )
  const passages = [earlier, later].map(passagesByClaim)
  const byId = both<Claim>(elementOf)
  const byWords = both<Claim>(({ text }) => text.trim())
  const byPassage = [
    ({ id }: Claim) => passages[0]!.get(id),
    ({ id }: Claim) => passages[1]!.get(id),
  ] as const
  add<Claim>(
    'claims',
    [earlier.claims, later.claims],
    [
      both((row) => `${elementOf(row)} ${row.text.trim()}`),
      ...(isNumbered ? [byWords, byPassage] : [byId, byWords]),
    ],
  )
  if (isNumbered) pairs.set('claims', withReworded(earlier, later, pairs.get('claims')!))

  const toLater = { claim: (id: string) => same('claims', id), step: new Map<string, string>() }
  const own = { claim: (id: string) => id, step: new Map<string, string>() }
  const steps = (parts: readonly ('kind' | 'premises' | 'target')[]) =>
    [
      (row: Relation) => signOf(row, earlier, toLater, parts),
      (row: Relation) => signOf(row, later, own, parts),
    ] as const
  const ends = ['premises', 'target'] as const
  add<Relation>(
    'relations',
    [earlier.relations, later.relations],
    [
      ...withId(steps(['kind', ...ends])),
      ...(isNumbered ? [] : [both<Relation>(elementOf)]),
      steps(['kind', ...ends]),
      steps(ends),
      steps(['kind', 'premises']),
      steps(['kind', 'target']),
    ],
  )
  add('maps', [earlier.maps, later.maps], [both(elementOf), both(({ name }) => name)])
  add(
    'groups',
    [earlier.groups, later.groups],
    [
      both((row) => `${elementOf(row)} ${row.title}`),
      ...(isNumbered ? [] : [both<AnyRecord & { title: string }>(elementOf)]),
      [({ map, title }) => `${same('maps', map)} ${title}`, ({ map, title }) => `${map} ${title}`],
    ],
  )
  add<Placement>(
    'placements',
    [earlier.placements, later.placements],
    [
      [
        ({ map, claim }) => `${same('maps', map)} ${same('claims', claim)}`,
        ({ map, claim }) => `${map} ${claim}`,
      ],
    ],
  )
  add<Excerpt>(
    'excerpts',
    [earlier.excerpts, later.excerpts],
    [
      [({ claim, exact }) => `${same('claims', claim)} ${exact}`, ({ claim, exact }) => `${claim} ${exact}`],
      [({ claim }) => same('claims', claim), ({ claim }) => claim],
    ],
  )
  return pairs
}

/** The same signs, once with the element's id and once without. */
const withId = ([before, after]: readonly [Sign<Relation>, Sign<Relation>]): (readonly [
  Sign<Relation>,
  Sign<Relation>,
])[] => [[(row) => `${elementOf(row)} ${before(row)}`, (row) => `${elementOf(row)} ${after(row)}`]]

/** What a relation says, in ids of the later state. Its own aim is said by that relation's premises. */
function signOf(
  row: Relation,
  { relations }: Project,
  names: { readonly claim: (id: string) => string; readonly step: Map<string, string> },
  parts: readonly ('kind' | 'premises' | 'target')[],
): string {
  const premises = (of: Relation) => of.premises.map(names.claim).sort().join('&')
  const aim = (of: Relation): string => {
    if (of.targetType === 'claim') return names.claim(of.target)
    const known = names.step.get(of.target)
    if (known !== undefined) return known
    // Only its nearest step, because a chain of undercuts can be longer than the stack.
    const step = relations.get(of.target)
    const said = step
      ? `(${step.kind} ${premises(step)} ${step.targetType === 'claim' ? names.claim(step.target) : ''})`
      : ''
    names.step.set(of.target, said)
    return said
  }
  const said = { kind: () => row.kind, premises: () => premises(row), target: () => aim(row) }
  return parts.map((part) => said[part]()).join(' → ')
}

/** The words of all passages of each claim. */
function passagesByClaim({ excerpts }: Project): Map<string, string> {
  const words = new Map<string, string>()
  for (const { claim, exact } of excerpts.values())
    words.set(claim, `${words.get(claim) ?? ''}\n${exact.trim()}`)
  return words
}

/** Pairs claims of the same number that have many words in common. */
function withReworded(
  earlier: Project,
  later: Project,
  known: ReadonlyMap<string, AnyRecord>,
): ReadonlyMap<string, AnyRecord> {
  const taken = new Set([...known.values()].map(({ id }) => id))
  const left = new Map(
    [...later.claims.values()].filter(({ id }) => !taken.has(id)).map((row) => [elementOf(row), row]),
  )
  const pairs = new Map(known)
  for (const row of earlier.claims.values()) {
    const found = pairs.has(row.id) ? undefined : left.get(elementOf(row))
    if (found && shareOfWords(row.text, found.text) >= REWORDED) pairs.set(row.id, found)
  }
  return pairs
}

function shareOfWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  const shorter = Math.min(a!.size, b!.size)
  return shorter === 0 ? 0 : [...a!].filter((word) => b!.has(word)).length / shorter
}

/** The rows of a table, by the same name in every project. */
export const isPaired = (table: TableName): table is PairedTable =>
  (PAIRED as readonly TableName[]).includes(table)
