import type { ClaimNumbers } from '../../../argument/claim-numbers'
import type { Rect } from '../../../canvas/card'
import { signRect } from '../../../canvas/lines/relation-shape'
import { boundsOf } from '../../../canvas/rect'
import { relationSentence, type Scene } from '../../../canvas/scene'
import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import type { Project } from '../../../document/project'
import { relationWord } from '../../../records/relation'
import { GROUNDS, type Theme } from '../../../vocabulary/palette'
import type { ShownVerdicts } from '../shown-verdicts'
import { spans, type SourceNotes } from './source-notes'
import { drawCard } from './svg-card'
import { drawGroup } from './svg-group'
import { drawLines, drawRelation } from './svg-relation'
import { textLine } from './svg-text'
import type { XmlElement } from './svg-xml'

export const FAMILY = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
/** Room for the width of a line at the edge of the map. Map pixels. */
const LINE = 4
const NARROWEST = 480
const EMPTY: TextStyle = { size: 14, weight: 400 }
const EMPTY_HEIGHT = 28

/** What a picture says on the cards besides what they show on screen. */
export interface SceneMarks {
  /** The numbers of the claims; absent if they are not shown. */
  readonly numbers: ClaimNumbers | undefined
  readonly notes: SourceNotes
  /** The verdicts of the claims; absent if they are not shown. */
  readonly verdicts: ShownVerdicts | undefined
}

/** Draws groups, lines, cards and signs, from the lowest to the uppermost. */
export function drawScene(
  project: Project,
  scene: Scene,
  { numbers, notes, verdicts }: SceneMarks,
  theme: Theme,
  measure: Measure,
): XmlElement[] {
  const shapes = [...scene.shapes.values()].map((shape) => ({
    shape,
    sentence: relationSentence(project, shape.relation, relationWord(shape.relation)),
  }))
  const labels = [...scene.labels.values()].map(({ rect }) => rect).sort((a, b) => a.x - b.x)
  return [
    ...scene.groups.map((group) => drawGroup(group, theme, measure)),
    ...shapes.map(({ shape, sentence }) => drawLines(shape, sentence, theme)),
    ...scene.cards.map((card) => {
      const noted = spans(notes.numbers.get(card.claim.id) ?? [])
      const marks = {
        number: numbers?.get(card.claim.id),
        labels,
        notes: noted,
        verdict: verdicts?.of(card.claim.id),
      }
      return drawCard(card, marks, theme, measure)
    }),
    ...shapes.map(({ shape, sentence }) =>
      drawRelation(shape, sentence, scene.labels.get(shape.relation.id), theme, measure),
    ),
  ]
}

/** The BCP 47 language of the articles, if they share one; else `en`. */
export function languageOf({ sources }: Project): string {
  const languages = new Set([...sources.values()].flatMap(({ language }) => language || []))
  return languages.size === 1 ? [...languages][0]! : 'en'
}

/** The area of cards, frames, junctions and labels, with a least width for the title. */
export function areaOf(scene: Scene): Rect {
  const rects: Rect[] = [...scene.cards, ...scene.groups].map(({ rect }) => rect)
  rects.push(...[...scene.labels.values()].map(({ rect }) => rect))
  for (const shape of scene.shapes.values()) {
    const bends = shape.ways.flatMap((way) => way.slice(1, -1))
    rects.push(
      signRect(shape),
      ...bends.map(({ x, y }) => ({ x: x - LINE, y: y - LINE, width: LINE * 2, height: LINE * 2 })),
    )
  }
  if (rects.length === 0) return { x: 0, y: 0, width: NARROWEST, height: EMPTY_HEIGHT }
  const { x, y, width, height } = boundsOf(rects)!
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, bottom] = [Math.ceil(x + width), Math.ceil(y + height)]
  return { x: left, y: top, width: Math.max(right - left, NARROWEST), height: bottom - top }
}

/** Says that there is nothing to draw. */
export const drawEmpty = ({ x, y, width }: Rect, theme: Theme, measure: Measure): XmlElement =>
  textLine(
    'There are no claims on this map yet.',
    { x, right: x + width, baseline: y + EMPTY.size, style: EMPTY, fill: GROUNDS[theme].muted },
    measure,
  )
