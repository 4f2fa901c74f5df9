import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import type { Relation } from '../../../records/relation'
import { edgeLabel } from '../../export/graph/graph-text'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { keyAgain, ownOfArrow } from '../own-records'
import { samePassages, saysTheSame } from '../says-the-same'
import { listOf } from '../signs'
import { AnnotationForm, isLink, ownOfAnnotation, textual } from './annotation-form'
import { purposeOf, readWebAnnotation, sourceIn } from './read-web-annotation'

type Raw = Record<string, unknown>

/** The purposes of bodies that are no part of the wording. */
const OTHER_PURPOSES = ['tagging', 'classifying', 'describing']

/**
 * The one file of Web Annotations from which claims of a project came, with what was changed since, and what is new after
 * the rest. Undefined if there is no such file, or if its form has no place for the changes.
 */
export function rewriteWebAnnotation(project: Project, uuid: ExportEnv['uuid']): string | undefined {
  const [origin, ...others] = [...project.origins.values()].filter(
    ({ format }) => format === 'web-annotation',
  )
  return origin && others.length === 0 ? again(project, origin, uuid) : undefined
}

function again(project: Project, origin: Origin, uuid: ExportEnv['uuid']): string | undefined {
  const records = new Correspondences(project, origin, readWebAnnotation)
  const elementOf = new Map<string, string>()
  for (const table of ['claims', 'relations'] as const)
    for (const { id, now } of records.of(table)) if (now) elementOf.set(now.id, id)
  const form = new AnnotationForm(project, (id) => elementOf.get(id) ?? `urn:uuid:${uuid(id)}`)
  const changes = new Map<string, (raw: Raw) => Raw>()
  const gone = new Set<string>()
  for (const { id, then, now } of records.of('claims')) {
    if (!now) gone.add(id)
    else if (!saysTheSame(records, then, now)) changes.set(id, (raw) => withClaim(raw, records, then, now))
    if (now && !samePassages(records, then.id, now.id)) {
      const before = changes.get(id) ?? ((raw) => raw)
      changes.set(id, (raw) => ({ ...before(raw), target: form.targetsOf(now.id) }))
    }
  }
  for (const { id, then, now } of records.of('relations')) {
    if (!now || !isLink(now)) gone.add(id)
    else changes.set(id, (raw) => withRelation(raw, records, then, now, form))
  }
  const added = [
    ...records.added('claims').map((claim) => form.ofClaim(claim)),
    ...records
      .added('relations')
      .filter(isLink)
      .map((relation) => form.ofRelation(relation)),
  ]
  const value = jsonIn(origin.content)
  const whole = withAdded(edited(value, changes, gone), added)
  if (whole === undefined) return undefined
  const text = jsonAgain(whole, origin.content)
  return text === jsonAgain(value, origin.content) ? origin.content : text
}

/** A value with each annotation changed or left out. Annotations stand in lists of pages only. */
function edited(
  value: unknown,
  changes: ReadonlyMap<string, (raw: Raw) => Raw>,
  gone: ReadonlySet<string>,
): unknown {
  const seen = new Set<string>()
  const each = (inside: unknown): unknown[] => {
    if (Array.isArray(inside)) return [inside.flatMap(each)]
    if (!isObject(inside)) return [inside]
    const id = idOf(inside['id'])
    if (!('body' in inside || 'bodyValue' in inside || 'target' in inside)) {
      const entries = Object.entries(inside).map(([key, part]) => [
        key,
        key === 'items' || key === 'first' ? each(part)[0] : part,
      ])
      return [Object.fromEntries(entries)]
    }
    const pointsTo = listOf(inside['motivation']).includes('linking')
      ? listOf(inside['target']).map(sourceIn)
      : []
    if (gone.has(id) || pointsTo.some((target) => gone.has(target ?? ''))) return []
    const change = seen.has(id) ? undefined : changes.get(id)
    seen.add(id)
    return [change ? change(inside) : inside]
  }
  return each(value)[0]
}

/** A value with more annotations in its list; undefined if it has none to add them to. */
function withAdded(value: unknown, added: readonly unknown[]): unknown {
  if (added.length === 0) return value
  if (Array.isArray(value)) return [...(value as unknown[]), ...added]
  if (!isObject(value)) return undefined
  if (Array.isArray(value['items'])) return { ...value, items: [...(value['items'] as unknown[]), ...added] }
  const first = isObject(value['first']) ? withAdded(value['first'], added) : undefined
  return first && { ...value, first }
}

/** An annotation with what changed of its claim. */
function withClaim(raw: Raw, { then, now }: Correspondences, before: Claim, claim: Claim): Raw {
  const [was, is] = [then.categories.get(before.category)?.name, now.categories.get(claim.category)?.name]
  let bodies = listOf(raw['body'])
  const isFor = (body: unknown, purpose: string) => isObject(body) && purposeOf(body) === purpose
  const set = (fits: (body: unknown) => boolean, values: readonly string[], made: (value: string) => Raw) => {
    const left = [...values]
    const changed = bodies.flatMap((body) => {
      if (!fits(body)) return [body]
      const value = left.shift()
      if (value === undefined) return []
      return [isObject(body) ? { ...body, value } : value]
    })
    bodies = [...changed, ...left.map(made)]
  }
  const fields: Raw = {}
  if (claim.text !== before.text) {
    const words = markdownText(claim.text)
    const isSaying = (body: unknown) =>
      typeof body === 'string' ||
      (isObject(body) && typeof body['value'] === 'string' && !OTHER_PURPOSES.includes(purposeOf(body)))
    if (typeof raw['bodyValue'] === 'string') fields['bodyValue'] = words
    else if (bodies.some(isSaying))
      set(isSaying, [words], (value) => textual('commenting', value, 'text/markdown'))
    else if (before.note === '' && bodies.some((body) => isFor(body, 'describing')))
      set(
        (body) => isFor(body, 'describing'),
        [words],
        (value) => textual('describing', value),
      )
    else bodies = [textual('commenting', words, 'text/markdown'), ...bodies]
  }
  if (claim.tags.join('\n') !== before.tags.join('\n'))
    set(
      (body) => isFor(body, 'tagging'),
      claim.tags,
      (value) => textual('tagging', value),
    )
  if (is !== was)
    set(
      (body) => isFor(body, 'classifying'),
      [is ?? ''],
      (value) => textual('classifying', value),
    )
  if (claim.note !== before.note)
    set(
      (body) => isFor(body, 'describing'),
      claim.note === '' ? [] : [claim.note],
      (value) => textual('describing', value),
    )
  const given = listOf(raw['body'])
  const isSame = bodies.length === given.length && bodies.every((body, at) => body === given[at])
  if (!isSame) fields['body'] = Array.isArray(raw['body']) || bodies.length !== 1 ? bodies : bodies[0]
  return { ...raw, ...fields, ...keyAgain(raw, ownOfAnnotation(before), ownOfAnnotation(claim)) }
}

/** An annotation that links two others, with what changed of its relation. */
function withRelation(
  raw: Raw,
  records: Correspondences,
  then: Relation,
  now: Relation,
  form: AnnotationForm,
): Raw {
  const { body, target, 'counterpoint:kind': kind } = form.ofRelation(now)
  const [from, to] = listOf(raw['target'])
  const isSameEnd = (end: unknown, claim: string) =>
    records.elementsOf(records.now.claims.get(claim)!).includes(sourceIn(end) ?? '')
  const hasSameEnds = isSameEnd(from, now.premises[0]!) && isSameEnd(to, now.target)
  return {
    ...raw,
    ...(edgeLabel(now) !== edgeLabel(then) && { body }),
    ...(!hasSameEnds && { target }),
    ...('counterpoint:kind' in raw && { 'counterpoint:kind': kind }),
    ...keyAgain(raw, ownOfArrow(then), ownOfArrow(now)),
  }
}
