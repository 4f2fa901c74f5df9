import type { IEquivalenceClass } from '@argdown/core'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Relation } from '../../../records/relation'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import { UnreadableError } from '../../import/format'
import type { Correspondences } from '../correspondence'
import type { IncomingMap } from '../incoming'
import { argdownData, argdownTag, argdownWords, plainName } from './argdown-words'
import { parseArgdown } from './parse-argdown'
import { readArgdown } from './read-argdown'
import { withFeeds } from './with-feeds'
import { placeOfWords, statementsIn, type Node } from './statement-nodes'

const SIGNS = { support: '+>', attack: '->', contradict: '><' } as const

/**
 * An Argdown text with the claims and relations that are new since it came: before the first heading, or at the end of the
 * section that is the group of the claim. Undefined if it has no form for one of them.
 */
export function extendArgdown(content: string, alone: Project, records: Correspondences): string | undefined {
  return withFeeds(content, (text) => {
    const more = new Additions(text, alone, records)
    const extended = more.isSaid ? more.text() : undefined
    return extended !== undefined && saysAll(extended, alone, records.origin.fileName) ? extended : undefined
  })
}

class Additions {
  /** Whether there is a form for everything that is new. */
  isSaid = true
  readonly #names = new Map<string, string>()
  readonly #taken: Set<string>
  readonly #statements: Readonly<Record<string, IEquivalenceClass>>
  readonly #nodes: ReadonlyMap<string, Node>
  /** Texts to put in, by their place. */
  readonly #edits = new Map<number, string[]>()

  constructor(
    private readonly source: string,
    private readonly alone: Project,
    private readonly records: Correspondences,
  ) {
    const { statements = {}, arguments: args = {}, ast } = parseArgdown(source)
    this.#statements = statements
    this.#nodes = statementsIn(ast)
    this.#taken = new Set([...Object.keys(statements), ...Object.keys(args)])
    const added = records.added('claims')
    for (const claim of added) this.#names.set(claim.id, `[${this.#free('New claim')}]`)
    const relations = records.added('relations')
    // Only statements contradict each other in Argdown.
    const hasForm = ({ kind, premises, target }: Relation) =>
      kind !== 'contradict' || ![...premises, target].some((claim) => this.#nameOf(claim).startsWith('<'))
    if (!relations.every(hasForm)) this.isSaid = false
    for (const claim of added)
      this.#insert(
        this.#groupOf(claim),
        this.#statement(
          claim,
          relations.filter((each) => isPlain(each) && each.premises[0] === claim.id),
        ),
      )
    const isOfNew = (relation: Relation) =>
      isPlain(relation) && added.some(({ id }) => id === relation.premises[0])
    for (const relation of relations.filter((each) => !isOfNew(each)))
      this.#insert('', isPlain(relation) ? this.#line(relation) : this.#argument(relation))
  }

  text(): string {
    let text = this.source
    for (const [at, parts] of [...this.#edits].sort(([a], [b]) => b - a)) {
      const [before, after] = [text.slice(0, at), text.slice(at)]
      const isName = parts.every((part) => /^\[[^\]]*\]: $/.test(part))
      if (isName) text = before + parts.join('') + after
      else {
        const head = before.trimEnd() === '' ? before : `${before.trimEnd()}\n\n`
        text = `${head}${parts.join('\n\n')}${after === '' ? '\n' : `\n\n${after}`}`
      }
    }
    return text
  }

  /** Puts a block at the end of a section, or before the first. */
  #insert(group: string, block: string): void {
    const headings = [...this.source.matchAll(/^#+ +(.*)$/gm)]
    const at = group === '' ? -1 : headings.findIndex(([, title = '']) => title.trim() === group)
    if (group !== '' && at < 0) this.isSaid = false
    const place = headings[at + 1]?.index ?? this.source.length
    this.#edits.set(place, [...(this.#edits.get(place) ?? []), block])
  }

  #statement(claim: Claim, relations: readonly Relation[]): string {
    const { unstated, note, tags } = claim
    const category = this.alone.categories.get(claim.category)?.name ?? ''
    const data = { category, ...(unstated && { unstated }), ...(note !== '' && { note }) }
    const said = [argdownWords(claim.text), ...tags.map(argdownTag)].join(' ')
    const lines = relations.map((relation) => `  ${SIGNS[relation.kind]} ${this.#nameOf(relation.target)}`)
    return [`${this.#names.get(claim.id)}: ${said}`, `  ${argdownData(data)}`, ...lines].join('\n')
  }

  #line = ({ kind, premises, target }: Relation): string =>
    `${this.#nameOf(premises[0]!)}\n  ${SIGNS[kind]} ${this.#nameOf(target)}`

  /** A support with more than a line can say, as an argument. */
  #argument(relation: Relation): string {
    const { premises, target, warrant, scheme, note, strength, answers } = relation
    const ends = [...premises, target].map((claim) => this.#nameOf(claim))
    const isWritten = relation.kind === 'support' && relation.targetType === 'claim'
    if (!isWritten || ends.some((name) => name.startsWith('<'))) this.isSaid = false
    const name = `<${this.#free('New argument')}>${warrant === '' ? '' : `: ${argdownWords(warrant)}`}`
    const data = {
      ...(note !== '' && { note }),
      ...(strength !== '' && { strength }),
      ...(answers.length > 0 && { answers: answers.flatMap(({ question, answer }) => [question, answer]) }),
    }
    const rule = plainName(schemeNamed(scheme)?.title ?? scheme)
    return [
      name + (Object.keys(data).length > 0 ? ` ${argdownData(data)}` : ''),
      '',
      ...ends.slice(0, -1).map((premise, at) => `(${at + 1}) ${premise}`),
      rule === '' ? '-----' : `-- ${rule} --`,
      `(${ends.length}) ${ends.at(-1)}`,
    ].join('\n')
  }

  /** How a claim is referred to. A statement without a title gets one. */
  #nameOf(claim: string): string {
    const known = this.#names.get(claim)
    if (known !== undefined) return known
    const record = this.alone.claims.get(claim)
    const [element = ''] = record ? this.records.elementsOf(record) : []
    const title = element.slice(2)
    let name = element.startsWith('a:') ? `<${title}>` : `[${title}]`
    if (/^s:Untitled \d+$/.test(element) && !this.source.includes(name)) {
      const at = placeOfWords(this.#statements[title]?.members ?? [], this.#nodes)
      name = `[${this.#free('Statement')}]`
      if (at === undefined) this.isSaid = false
      else this.#edits.set(at, [...(this.#edits.get(at) ?? []), `${name}: `])
    }
    if (title === '') this.isSaid = false
    this.#names.set(claim, name)
    return name
  }

  #groupOf({ id }: Claim): string {
    const card = [...this.alone.placements.values()].find(({ claim }) => claim === id)
    return this.alone.groups.get(card?.group ?? '')?.title.trim() ?? ''
  }

  #free(title: string): string {
    for (let number = 1; ; number++) {
      const name = `${title} ${number}`
      if (this.#taken.has(name)) continue
      this.#taken.add(name)
      return name
    }
  }
}

const isPlain = ({ premises, targetType, warrant, scheme, note, strength, answers }: Relation): boolean =>
  premises.length === 1 &&
  targetType === 'claim' &&
  `${warrant}${scheme}${note}${strength}` === '' &&
  answers.length === 0

/** Whether reading a text gives the claims of a map in their groups, and as many relations of each kind. */
function saysAll(text: string, alone: Project, fileName: string): boolean {
  const read = readIfValid(text, fileName)
  if (!read) return false
  const { claims, steps } = read
  const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim()
  const groups = new Map(
    [...alone.placements.values()].map(({ claim, group }) => [claim, alone.groups.get(group)?.title]),
  )
  const wanted = [
    ...[...alone.claims.values()].map(
      (each) => `${squeezed(argdownPlain(each.text))} ${groups.get(each.id) ?? ''}`,
    ),
    ...[...alone.relations.values()].map(
      ({ kind, premises, targetType }) => `${kind} ${premises.length} ${targetType}`,
    ),
  ]
  const is = [
    ...claims.map((each) => `${squeezed(each.text)} ${each.group ?? ''}`),
    ...steps.map(
      ({ kind, premises, target }) =>
        `${kind} ${premises.length} ${target.type === 'claim' ? 'claim' : 'relation'}`,
    ),
  ]
  return wanted.sort().join('\n') === is.sort().join('\n')
}

/** What a text holds; undefined if the parser refuses it. */
function readIfValid(text: string, fileName: string): IncomingMap | undefined {
  try {
    return readArgdown({ text, fileName })
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

/** A wording as Argdown can have it: an empty one is an ellipsis. */
const argdownPlain = (text: string): string => text.trim() || '…'
