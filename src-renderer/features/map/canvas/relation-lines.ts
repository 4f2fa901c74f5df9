import type { Project } from '#domain/document/project'
import type { Rect } from '#domain/canvas/card'
import { drawRelations, type Drawing, type RelationShape } from '#domain/canvas/lines/relation-shape'
import { relationSentence } from '#domain/canvas/scene'
import { relationLabels, type RelationLabel } from '#domain/canvas/lines/relation-label'
import type { Measure } from '#domain/canvas/wrap-text'
import { relationWord, type Relation } from '#domain/records/relation'
import { boundsOf, grown } from '#domain/canvas/rect'

/** How far arrowheads and signs extend beyond the points of their lines. Map pixels. */
const BEYOND = 20

/** The drawing of a relation on the canvas. */
export interface RelationLines {
  readonly shape: RelationShape
  readonly word: string
  /** A sentence that describes the relation. */
  readonly sentence: string
  readonly label: RelationLabel | undefined
  /** The bounding box in map pixels. */
  readonly bounds: Rect
}

interface Before {
  readonly claims: Project['claims']
  readonly lines: RelationLines
}

const NO_LABELS: ReadonlyMap<string, RelationLabel> = new Map()

/** Draws the relations of a map repeatedly. An unchanged relation keeps its object. */
export class RelationDrawer {
  #drawing: Drawing | undefined
  readonly #before = new WeakMap<RelationShape, Before>()

  /**
   * Draws relations.
   * @param project the claims, and the relations as they are drawn
   * @param rects the current position of each claim's card, also during a drag
   * @param only the relations to draw
   * @param isMoving whether cards are in motion
   * @param labelScale how many times as large as usual labels are; 0 if they are left out
   */
  draw(
    project: Pick<Project, 'relations' | 'claims'>,
    rects: ReadonlyMap<string, Rect>,
    measure: Measure,
    only?: Iterable<Relation>,
    isMoving = false,
    labelScale = 1,
  ): RelationLines[] {
    this.#drawing = drawRelations(project.relations, rects, this.#drawing, only, isMoving)
    const { shapes } = this.#drawing
    const labels = labelScale === 0 ? NO_LABELS : relationLabels(shapes, rects, measure, labelScale)
    return [...shapes.values()].map((shape) => {
      const label = labels.get(shape.relation.id)
      const known = this.#before.get(shape)
      // The sentence depends on the wordings of claims.
      if (known?.claims === project.claims && sameLabel(known.lines.label, label)) return known.lines
      const word = relationWord(shape.relation)
      const sentence = relationSentence(project, shape.relation, word)
      const lines = { shape, word, sentence, label, bounds: boundsAround(shape, label) }
      this.#before.set(shape, { claims: project.claims, lines })
      return lines
    })
  }
}

const sameLabel = (one: RelationLabel | undefined, other: RelationLabel | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** The box around the lines and the sign of a relation, in map pixels. */
export const reachOf = ({ ways, junction }: RelationShape): Rect =>
  boundsOf([...ways.flat(), junction].map(({ x, y }) => ({ x, y, width: 0, height: 0 })))!

function boundsAround(shape: RelationShape, label: RelationLabel | undefined): Rect {
  const reach = reachOf(shape)
  return grown(label ? boundsOf([reach, label.rect])! : reach, BEYOND)
}
