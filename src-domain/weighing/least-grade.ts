import type { Source } from '../records/source'
import type { Cone } from './cone'
import { evaluate } from './evaluation'
import { RELIABILITY_FORCES, type Reliability } from './forces'
import { sideOf } from './rests-on'

/** The grades of reliability that say something, the best first. */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const

type Letter = (typeof LETTERS)[number]

/** A grade and those below it, the best first. No grade, and F, count as C does. */
export function gradesBelow(reliability: Reliability): [Letter, ...Letter[]] {
  const present = reliability === '' || reliability === 'F' ? 'C' : reliability
  return [present, ...LETTERS.slice(LETTERS.indexOf(present) + 1)]
}

/**
 * How far a source may sink: the lowest reliability with which the verdict of a cone's claim keeps its side (stands,
 * contested, does not stand), going down from its present grade. Undefined if it keeps its side even with E.
 */
export function leastGrade(cone: Cone, { id, reliability }: Source): Reliability | undefined {
  const start = sideOf(evaluate(cone.framework))
  const [present, ...below] = gradesBelow(reliability)
  let least: Reliability = present
  for (const letter of below) {
    if (sideOf(evaluate(graded(cone, id, letter))) !== start) return least
    least = letter
  }
  return undefined
}

/** The framework of a cone if a source had another grade. */
function graded(cone: Cone, source: string, letter: Reliability): Cone['framework'] {
  const { graph, grounds, off } = cone.framework
  const base = grounds.base.slice()
  cone.passages.forEach((passages, x) => {
    if (!passages.some((passage) => passage.source === source)) return
    base[x] = Math.max(
      ...passages.map((passage) =>
        passage.source === source ? Math.min(passage.most, RELIABILITY_FORCES[letter]) : passage.force,
      ),
    )
  })
  return { graph, grounds: { ...grounds, base }, off }
}
