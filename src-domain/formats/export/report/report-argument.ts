import { citation } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import { relationsInto } from '../../../argument/argument-order'
import type { ClaimNumbers } from '../../../argument/claim-numbers'
import { isDirected, premisesOn, type MapGraph } from '../../../argument/map-graph'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import { needsReview, type Excerpt } from '../../../records/excerpt'
import type { Author } from '../../../records/record'
import type { Relation } from '../../../records/relation'
import type { ReportBlock, Words } from './report-blocks'
import { writable } from '../picture/svg-xml'

/** Text, or a reference to a claim. */
export type ReportDraft = string | Words | { readonly claim: string }
type DraftBlock =
  | {
      readonly type: 'heading'
      readonly level: 2 | 3
      readonly words: readonly ReportDraft[]
      readonly claim?: string
    }
  | {
      readonly type: 'item'
      readonly depth: number
      readonly words: readonly ReportDraft[]
      readonly claim?: string
    }
  | { readonly type: 'detail'; readonly depth: number; readonly words: readonly ReportDraft[] }
  | { readonly type: 'quote'; readonly depth: number; readonly text: string; readonly citation: string }

/** What is too deep where it belongs: its heading, and what follows under it. */
interface Continuation {
  readonly words: readonly ReportDraft[]
  readonly steps: readonly Relation[]
}

/** A part still to be written. Returns further parts, which are written before all others that wait. */
type Task = () => readonly Task[]

/**
 * The deepest level of indentation: four claims, each below a relation. What is deeper goes on under a heading of its
 * own, because Markdown takes deeper paragraphs for code and Word would set them beyond the page.
 */
const DEEPEST = 8
/** The length to which a wording is cut in a heading or beside a reference, in code points. */
const SHORT = 110
/** A wording up to this length stays whole: cut by a few letters, it would have to be said again below. Code points. */
const WHOLE = 160

/** The lead-in of a list of premises. */
const lead = ({ kind, targetType }: Relation): string =>
  targetType === 'relation'
    ? `This relation is ${kind === 'attack' ? 'undercut' : 'backed'} by`
    : { support: 'Supported by', attack: 'Attacked by', contradict: 'Contradicted by' }[kind]

/** A wording on one line. A long one is cut between words, or in a word that is as long itself, with an ellipsis. */
function short(text: string): string {
  const line = oneLine(writable(text))
  const letters = line.length > WHOLE ? [...line] : []
  if (letters.length <= WHOLE) return line
  const cut = letters.slice(0, SHORT).join('')
  return `${cut.replace(/(?<=.{60}) \S*$/su, '').trimEnd()}…`
}

/** Whether a line has all words of a wording. No-break spaces and line breaks become spaces in it. */
const isWhole = (line: string, text: string): boolean => line === oneLine(writable(text))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const strong = (text: string): Words => ({ text, style: 'strong' })
const emphasis = (text: string): Words => ({ text, style: 'emphasis' })

/** Writes claims and relations as blocks, each once. */
export class ReportArgument {
  readonly #blocks: DraftBlock[] = []
  readonly #written = new Set<string>()
  readonly #continued: Continuation[] = []
  readonly #contradictions: readonly Relation[]

  constructor(
    private readonly project: Project,
    private readonly graph: MapGraph,
    private readonly numbers: ClaimNumbers,
    /** The verdict of a claim in sentences, if verdicts are asked for. */
    private readonly verdictOf?: (claim: string) => string,
    /** Whether it says who made claims, relations and passages. */
    private readonly isSigned = false,
  ) {
    this.#contradictions = [...graph.relations.values()].filter((relation) => !isDirected(relation))
  }

  isWritten = (claim: string): boolean => this.#written.has(claim)

  /** Sorts claims by number. */
  byNumber = (claims: Iterable<string>): string[] =>
    [...claims].sort((a, b) => this.numbers.get(a)! - this.numbers.get(b)!)

  heading = (text: string): void => void this.#blocks.push({ type: 'heading', level: 2, words: [text] })

  say = (...words: ReportDraft[]): void => void this.#blocks.push({ type: 'detail', depth: 0, words })

  item = (...words: ReportDraft[]): void => this.#item(1, ...words)

  itemDetail = (...words: ReportDraft[]): void => this.#detail(1, ...words)

  /** References to claims, separated by commas. */
  list = (claims: readonly string[]): ReportDraft[] =>
    claims.flatMap((claim, index): ReportDraft[] => [...(index ? [', '] : []), { claim }])

  /** A relation described by its ends: "the relation from 2, 3 to 1". */
  stepWords = (step: Relation): ReportDraft[] => {
    const from = this.list(this.#premises(step).map(({ id }) => id))
    const target = this.project.relations.get(step.target)
    const to = step.targetType === 'claim' || !target ? [{ claim: step.target }] : this.stepWords(target)
    return ['the relation from ', ...from, ' to ', ...to]
  }

  #premises = (step: Relation): Claim[] =>
    premisesOn(this.graph, step).map((id) => this.project.claims.get(id)!)

  /** Writes a claim with its own heading and everything that bears on it. */
  conclusion(claim: string): void {
    this.#write(() => this.#claim(this.project.claims.get(claim)!, 0))
    for (let next = this.#continued.shift(); next; next = this.#continued.shift()) {
      const { words, steps } = next
      this.#blocks.push({ type: 'heading', level: 3, words })
      this.#write(() => steps.map((step) => () => this.#step(step, 1)))
    }
  }

  /** Writes a part with all parts that follow from it. Iterative, so that long chains do not overflow. */
  #write(part: Task): void {
    const waiting: Task[] = [part]
    for (let next = waiting.pop(); next; next = waiting.pop()) waiting.push(...next().toReversed())
  }

  /** The parts that bear on a claim or a relation, or none if they are too deep here: then they are continued. */
  #bearing(steps: readonly Relation[], depth: number, words: readonly ReportDraft[]): readonly Task[] {
    if (depth < DEEPEST || steps.length === 0) return steps.map((step) => () => this.#step(step, depth))
    this.#detail(depth - 1, emphasis('What bears on this is continued below.'))
    this.#continued.push({ words: [...words, emphasis(' (continued)')], steps })
    return []
  }

  #claim(claim: Claim, depth: number): readonly Task[] {
    if (this.isWritten(claim.id)) {
      this.#item(depth, 'see ', { claim: claim.id }, `: ${short(claim.text)}`)
      return []
    }
    this.#written.add(claim.id)
    const category = this.project.categories.get(claim.category)!.name
    const about = [category, claim.unstated ? 'unstated' : '', this.#by(claim)].filter(Boolean)
    const kind = emphasis(` [${about.join(', ')}]`)
    const number = [strong(String(this.numbers.get(claim.id))), ' ']
    const isLong = depth === 0 && !isWhole(short(claim.text), claim.text)
    const words = [...number, isLong ? short(claim.text) : claim.text]
    if (depth === 0)
      this.#blocks.push({ type: 'heading', level: 3, words: [...words, kind], claim: claim.id })
    else this.#blocks.push({ type: 'item', depth, words: [...words, kind], claim: claim.id })
    if (isLong) this.#detail(depth, claim.text)
    if (this.verdictOf) this.#detail(depth, emphasis('Verdict: '), this.verdictOf(claim.id))
    this.#grounds(claim, depth)
    if (claim.note) this.#detail(depth, emphasis('Note: '), claim.note)
    for (const { premises, target } of this.#contradictions) {
      if (premises.includes(claim.id)) this.#detail(depth, 'Contradicts ', { claim: target }, '.')
    }
    const continued = [...number, short(claim.text)]
    return this.#bearing(relationsInto(this.graph, 'claim', claim.id), depth + 1, continued)
  }

  /** Who made a record, if the report says so and it is known: "by AK". */
  #by = ({ by }: { readonly by?: Author | undefined }): string =>
    by && this.isSigned ? `by ${by.initials}` : ''

  /** Writes the passages of a claim, or that it has none. */
  #grounds(claim: Claim, depth: number): void {
    const excerpts = excerptsByClaim(this.project).get(claim.id) ?? []
    if (claim.unstated) this.#detail(depth, 'Unstated by the authors; supplied by the analyst.')
    else if (excerpts.length === 0) this.#detail(depth, 'The analyst’s own claim, without a passage.')
    for (const excerpt of excerpts) this.#quote(excerpt, claim, depth)
  }

  /** Writes a passage and where it is; its words only if they are not the wording of the claim, which is above it. */
  #quote(excerpt: Excerpt, claim: Claim, depth: number): void {
    const source = this.project.sources.get(excerpt.source)!
    const review = needsReview(excerpt) ? `; needs review: the passage is ${excerpt.anchor}` : ''
    const words = oneLine(excerpt.exact)
    const text = words === oneLine(claim.text) ? 'In the words of the article.' : `“${words}”`
    const by = this.#by(excerpt)
    this.#blocks.push({
      type: 'quote',
      depth,
      text,
      citation: `${citation(source, excerpt.start, excerpt)}${review}${by && `; marked ${by}`}`,
    })
  }

  /** Writes a relation: its kind, its details, its premises and its undercuts. */
  #step(step: Relation, depth: number): readonly Task[] {
    const premises = this.#premises(step)
    const missing = step.premises.length - premises.length
    const together = step.premises.length > 1 ? ' all of these together' : ''
    const about = [step.strength, this.#by(step)].filter(Boolean).join(', ')
    const weight = about ? ` (${about})` : ''
    this.#item(depth, strong(`${lead(step)}${together}${weight}:`))
    if (missing > 0) {
      this.#detail(
        depth,
        missing === 1 ? 'One premise is not on this map.' : `${missing} premises are not on this map.`,
      )
    }
    if (step.warrant) this.#detail(depth, emphasis('Why this holds: '), step.warrant)
    this.#scheme(step, depth)
    if (step.note) this.#detail(depth, emphasis('Note: '), step.note)
    const told = premises.map(
      (claim) => () =>
        step.kind === 'contradict' ? this.#reference(claim, depth + 1) : this.#claim(claim, depth + 1),
    )
    const others = relationsInto(this.graph, 'relation', step.id)
    const from = ['The relation from ', ...this.list(premises.map(({ id }) => id))]
    return [...told, () => this.#bearing(others, depth + 1, from)]
  }

  #scheme({ scheme, answers }: Relation, depth: number): void {
    if (!scheme) return
    const known = schemeNamed(scheme)
    this.#detail(depth, emphasis('Reasoning: '), known ? `${known.title}. ${known.summary}` : scheme)
    for (const { question, answer } of answers) {
      const asked = known?.questions.find(({ name }) => name === question)?.text ?? question
      if (answer) this.#detail(depth, emphasis(`${asked} `), answer)
    }
  }

  /** Writes a reference to a rival claim, which is written in full elsewhere. */
  #reference(claim: Claim, depth: number): readonly Task[] {
    this.#item(depth, { claim: claim.id }, `: ${short(claim.text)}`)
    return []
  }

  #item = (depth: number, ...words: ReportDraft[]): void =>
    void this.#blocks.push({ type: 'item', depth, words })

  #detail = (depth: number, ...words: ReportDraft[]): void =>
    void this.#blocks.push({ type: 'detail', depth, words })

  /** The blocks, with the numbers of the claims in place of references. */
  finished(): ReportBlock[] {
    const words = (drafts: readonly ReportDraft[]): Words[] =>
      drafts.map((draft) => {
        if (typeof draft === 'string') return { text: draft }
        if ('text' in draft) return draft
        const to = this.numbers.get(draft.claim)!
        return { text: String(to), style: 'strong', to }
      })
    return this.#blocks.map((block) => {
      if (block.type === 'quote') return block
      if (block.type === 'detail') return { ...block, words: words(block.words) }
      const { claim, ...rest } = block
      return { ...rest, words: words(block.words), ...(claim && { claim: this.numbers.get(claim)! }) }
    })
  }
}
