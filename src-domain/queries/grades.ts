import type { Excerpt } from '../records/excerpt'
import type { Source } from '../records/source'

type Graded = Pick<Source, 'reliability' | 'credibility'>

/** The grade of a source, or of a passage in it: “B2”, “B” or “2”; empty if it is not graded. */
export const gradeOf = (
  { reliability, credibility }: Graded,
  passage?: Pick<Excerpt, 'credibility'>,
): string => `${reliability}${passage?.credibility || credibility}`
