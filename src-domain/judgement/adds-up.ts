import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import { addsUp } from '../vocabulary/yardsticks'
import { isTerm, yardstickInUse } from './judgement'

/**
 * Says if the words given to hypotheses that exclude each other cannot all be right: “These words cannot all be right:
 * together at least 110 %.” Empty if they can, or if too few are judged.
 */
export function addsUpSentence(
  project: Pick<Project, 'about' | 'claims'>,
  { hypotheses, exclusive, complete }: Pick<Matrix, 'hypotheses' | 'exclusive' | 'complete'>,
): string {
  const yardstick = yardstickInUse(project)
  if (!yardstick || !exclusive) return ''
  const words = hypotheses
    .flatMap((id) => project.claims.get(id)?.judgement?.likelihood || [])
    .filter((word) => isTerm(yardstick, word))
  if (words.length === 0) return ''
  const isWhole = complete && words.length === hypotheses.length
  const { low, fits } = addsUp(yardstick, words, isWhole)
  if (fits) return ''
  return low > 100
    ? `These words cannot all be right: together at least ${low} %.`
    : 'These words cannot all be right: together they leave room for another explanation, and the matrix says that there is none.'
}
