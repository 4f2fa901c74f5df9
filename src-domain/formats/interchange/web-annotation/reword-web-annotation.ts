import { isObject } from '../../../records/record'
import { markdownText } from '../../export/report/markdown-text'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { listOf } from '../signs'
import type { Reworded } from '../unchanged'

/** The purposes of bodies that are no part of the wording. */
const OTHER_PURPOSES = ['tagging', 'classifying']

/** Web Annotations with other wordings; undefined if one has several bodies that say its wording, or none. */
export function rewordWebAnnotation(
  content: string,
  claims: ReadonlyMap<string, Reworded>,
): string | undefined {
  const left = new Map(claims)
  const again = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(again)
    if (!isObject(value)) return value
    const change = left.get(idOf(value['id']))
    if (change && ('body' in value || 'bodyValue' in value)) {
      const reworded = withWording(value, markdownText(change.now))
      if (!reworded) return value
      left.delete(idOf(value['id']))
      return reworded
    }
    // Annotations stand in lists of pages only.
    const entries = Object.entries(value).map(([key, inside]) => [
      key,
      key === 'items' || key === 'first' ? again(inside) : inside,
    ])
    return Object.fromEntries(entries) as unknown
  }
  const whole = again(jsonIn(content))
  return left.size === 0 ? jsonAgain(whole, content) : undefined
}

function withWording(
  annotation: Record<string, unknown>,
  words: string,
): Record<string, unknown> | undefined {
  if (typeof annotation['bodyValue'] === 'string') return { ...annotation, bodyValue: words }
  const bodies = listOf(annotation['body'])
  const saying = bodies.filter(
    (body) =>
      isObject(body) &&
      typeof body['value'] === 'string' &&
      !listOf(body['purpose']).some((purpose) => OTHER_PURPOSES.some((other) => other === purpose)),
  )
  const [only, ...others] = saying
  if (!isObject(only) || others.length > 0) return undefined
  const changed = bodies.map((body) => (body === only ? { ...only, value: words } : body))
  return { ...annotation, body: Array.isArray(annotation['body']) ? changed : changed[0] }
}
