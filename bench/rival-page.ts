import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'

/** A page of @recogito/text-annotator: a text in paragraphs with its annotator, and nothing else. */
export interface Mark {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

const annotation = ({ id, ...span }: Mark) => ({
  id,
  bodies: [],
  target: { annotation: id, selector: [span] },
})

export function createRival(container: HTMLElement): {
  load(marks: readonly Mark[]): void
  add(mark: Mark): void
  at(x: number, y: number): unknown
} {
  const annotator = createTextAnnotator(container)
  return {
    load: (marks) => annotator.setAnnotations(marks.map(annotation) as unknown as TextAnnotation[]),
    add: (mark) => annotator.addAnnotation(annotation(mark) as unknown as TextAnnotation),
    at: (x, y) => annotator.state.store.getAt(x, y, false),
  }
}
