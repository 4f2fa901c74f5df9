import type { Relation, Strength } from '../records/relation'
import type { Source } from '../records/source'

/** How much a reason or an objection weighs. Forces are compared, never added. */
export type Force = 0 | 1 | 2 | 3

export const NONE = 0
export const WEAK = 1
export const MODERATE = 2
export const STRONG = 3

export const FORCE_NAMES = ['none', 'weak', 'moderate', 'strong'] as const

export type ForceName = (typeof FORCE_NAMES)[number]

const STRENGTH_FORCES: Readonly<Record<Strength, Force>> = { weak: WEAK, moderate: MODERATE, strong: STRONG }

export type Reliability = Source['reliability']
export type Credibility = Source['credibility']

/** F says that nothing is known of the source, so it counts like no grade. */
export const RELIABILITY_FORCES: Readonly<Record<Reliability, Force>> = {
  A: STRONG,
  B: STRONG,
  C: MODERATE,
  D: WEAK,
  E: NONE,
  F: MODERATE,
  '': MODERATE,
}

const CREDIBILITY_FORCES: Readonly<Record<Credibility, Force>> = {
  1: STRONG,
  2: STRONG,
  3: MODERATE,
  4: WEAK,
  5: NONE,
  6: MODERATE,
  '': MODERATE,
}

/**
 * The force with which a passage carries a claim: the lower of its two grades. Doctrine keeps the grades apart; taking
 * the lower one is a convention of Counterpoint, which the screen and the guide name as such.
 */
export const gradeForce = (reliability: Reliability, credibility: Credibility): Force =>
  lower(RELIABILITY_FORCES[reliability], CREDIBILITY_FORCES[credibility])

const lower = (a: Force, b: Force): Force => (a < b ? a : b)

/** The force of a step by itself. A contradiction without a strength is strong: two claims exclude each other or not. */
export function strengthForce({ strength, kind }: Pick<Relation, 'strength' | 'kind'>): Force {
  if (strength !== '') return STRENGTH_FORCES[strength]
  return kind === 'contradict' ? STRONG : MODERATE
}
