import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Relation } from '../../../records/relation'
import type { Source } from '../../../records/source'
import { isFound } from '../../export/left-out/contents'
import { edgeLabel } from '../../export/graph/graph-text'
import { markdownText } from '../../export/report/markdown-text'
import { LONGEST_WORDING } from '../highlights'
import { CodePoints } from '../offsets'
import { arrowKey, differing, withOwn, type OwnRecord } from '../own-records'
import { exactly } from '../own-wording'

/** An annotation links two others, so relations of one claim to another can be written. */
export const isLink = ({ premises, targetType }: Relation): boolean =>
  premises.length === 1 && targetType === 'claim'

/** The forms of claims and relations as Web Annotations. Positions count code points. */
export class AnnotationForm {
  readonly #points = new Map<string, CodePoints>()

  /** @param idOf the address of a record */
  constructor(
    private readonly project: Project,
    private readonly idOf: (id: string) => string,
  ) {}

  ofClaim = (claim: Claim) => ({
    id: this.idOf(claim.id),
    type: 'Annotation',
    motivation: 'commenting',
    created: claim.created,
    body: bodiesOf(claim, this.project),
    target: this.targetsOf(claim.id),
    ...withOwn(differing(ownOfAnnotation(claim), { text: '', unstated: false })),
  })

  ofRelation = (relation: Relation) => ({
    id: this.idOf(relation.id),
    type: 'Annotation',
    motivation: 'linking',
    body: textual('linking', edgeLabel(relation)),
    target: [relation.premises[0]!, relation.target].map((claim) => wholeOf(this.idOf(claim))),
    'counterpoint:kind': relation.kind,
    ...arrowKey(relation),
  })

  /** The passages of a claim that have a place in their article; the project itself if there is none. */
  targetsOf(claim: string): unknown[] {
    const excerpts = (excerptsByClaim(this.project).get(claim) ?? []).filter(isFound)
    const targets = excerpts.map(({ source: id, start, end, prefix, suffix }) => {
      const source = this.project.sources.get(id)!
      const count = this.#pointsIn(source)
      const exact = source.text.slice(start, end)
      return {
        source: source.url || this.idOf(id),
        title: source.title,
        selector: [
          { type: 'TextQuoteSelector', exact, prefix, suffix },
          { type: 'TextPositionSelector', start: count.toPoints(start), end: count.toPoints(end) },
        ],
      }
    })
    return targets.length > 0 ? targets : [wholeOf(this.idOf(this.project.about.id))]
  }

  #pointsIn({ id, text }: Source): CodePoints {
    const known = this.#points.get(id) ?? new CodePoints(text)
    this.#points.set(id, known)
    return known
  }
}

/** Something as a whole. Recogito refuses a file if one of its targets is an address alone or has no list of selectors. */
const wholeOf = (source: string) => ({ source, selector: [] })

/** A body of text. */
export const textual = (purpose: string, value: string, format = 'text/plain') => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
})

/** What bodies do not say of a claim: a wording that they would change, and whether it is unstated. */
export const ownOfAnnotation = ({ text, unstated }: Pick<Claim, 'text' | 'unstated'>): OwnRecord => ({
  text: text.length > LONGEST_WORDING ? text : exactly(text),
  unstated,
})

const bodiesOf = (claim: Claim, project: Project) => [
  textual('commenting', markdownText(claim.text), 'text/markdown'),
  textual('classifying', project.categories.get(claim.category)!.name),
  ...claim.tags.map((tag) => textual('tagging', tag)),
  ...(claim.note === '' ? [] : [textual('describing', claim.note)]),
]
