import type { Project } from '../document/project'
import { RATING_WORDS } from '../matrix/ratings'
import { RATINGS } from '../records/matrix-cell'
import { RELATION_KINDS, RELATION_VERBS } from '../records/relation'
import { YARDSTICK_NAMES, YARDSTICK_TITLES } from '../vocabulary/yardsticks'

/** What stands for a value that is empty or absent. */
const NOTHING = '(nothing)'

/** Fields that name claims; a target can also be a relation. */
const NAMING_CLAIMS = new Set(['premises', 'target', 'hypotheses', 'claim', 'hypothesis'])

/** The words for the values of fields whose values are names of the file format. */
const VALUES: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {
  yardstick: new Map<unknown, string>([
    ...YARDSTICK_NAMES.map((name) => [name, YARDSTICK_TITLES[name]] as const),
    ['', 'none'],
  ]),
  standing: new Map([
    ['given', 'taken as given'],
    ['aside', 'set aside'],
    ['', 'by the map'],
  ]),
  kind: new Map<unknown, string>(RELATION_KINDS.map((kind) => [kind, RELATION_VERBS[kind]])),
  rating: new Map<unknown, string>([
    ...RATINGS.map((rating) => [rating, `${rating}, ${RATING_WORDS[rating]}`] as const),
    ['', RATING_WORDS['']],
  ]),
  seen: new Map([['awaited', 'not seen yet']]),
  reading: new Map([['face', 'at face value']]),
}

/** The parts of a value that is made of several, in the words of the screen. */
const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a field as the screen shows it; “(nothing)” for an empty one. */
export function valueInWords(project: Project, field: string, value: unknown): string {
  const named = VALUES[field]?.get(value ?? '')
  if (named !== undefined) return named
  if (value === undefined || value === null || value === '') return NOTHING
  if (NAMING_CLAIMS.has(field)) return listed([value].flat().map((id) => nameOf(project, id)))
  if (field === 'category' && typeof value === 'string') return project.categories.get(value)?.name ?? value
  if (field === 'judgement' && isParts(value)) return judgementInWords(value)
  if (field === 'by' && isParts(value)) return String(value['initials'] ?? NOTHING)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return listed(value)
  return JSON.stringify(value)
}

/** A judgement in sentences: never likelihood and confidence in one (ICD 203, D.6.e.(2)(b)). */
function judgementInWords({ likelihood, confidence, basis }: Readonly<Record<string, unknown>>): string {
  const sentences = [likelihood, confidence && `Confidence is ${String(confidence)}`, basis].filter(Boolean)
  return sentences.length > 0 ? `${sentences.join('. ')}.` : NOTHING
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join('; ') : NOTHING)

function nameOf({ claims, relations }: Project, id: unknown): string {
  if (typeof id !== 'string') return NOTHING
  return claims.get(id)?.text ?? (relations.has(id) ? 'another relation' : '(removed)')
}
