import { FIRST_CATEGORIES } from '../../../records/category'
import { isObject } from '../../../records/record'
import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { idOf, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'
import { ownFields, stepDetails } from '../own-fields'
import { exactWording } from '../own-wording'
import { kindOfLabel } from '../relation-labels'
import { listOf } from '../signs'

type Raw = Record<string, unknown>

const SAYING = ['commenting', 'replying', 'editing', 'questioning', 'assessing', 'highlighting', '']

/** Reads annotations of the W3C's Web Annotation Data Model, as Recogito and others write. */
export function readWebAnnotation({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const annotations = annotationsIn(jsonIn(text))
  const highlights: Highlight[] = []
  const steps: IncomingStep[] = []
  const ids = new Set(annotations.map(({ id }) => idOf(id)))
  const seen = new Set<string>()
  for (const [at, annotation] of annotations.entries()) {
    const id = idOf(annotation['id']) || `annotation ${at + 1}`
    if (seen.has(id)) {
      losses.name('annotation:double', id, 'Annotations whose id the file has twice: the first counts')
      continue
    }
    seen.add(id)
    const ends = listOf(annotation['target']).map(sourceIn)
    const bodies = bodiesOf(annotation)
    if (listOf(annotation['motivation']).includes('linking')) {
      const [from, to] = ends
      const said = bodies.map(({ value }) => kindOfLabel(value)).find((each) => each !== undefined)
      const own = stepDetails(annotation['counterpoint'])
      if (said && from !== undefined && to !== undefined && ends.length === 2 && ids.has(from) && ids.has(to))
        steps.push({
          id,
          kind: said.kind,
          strength: said.strength,
          ...own,
          premises: [from],
          target: { type: 'claim', id: to },
        })
      else
        losses.name(
          'edge:linking',
          id,
          'Annotations that link others without saying how, kept only in the file',
        )
      continue
    }
    highlights.push(highlightOf(id, annotation, bodies, losses))
  }
  return highlightsMap('web-annotation', fileName.replace(/\.[^.]*$/, ''), highlights, losses, steps)
}

/** The annotations in a value: itself, or those in its pages and lists. */
function annotationsIn(value: unknown): Raw[] {
  const found: Raw[] = []
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...[...(next as unknown[])].reverse())
    else if (isObject(next)) {
      const inside = [next['first'], next['items']].filter(
        (each) => typeof each === 'object' && each !== null,
      )
      if (inside.length > 0) open.push(...inside.reverse())
      else if ('target' in next || 'body' in next || 'bodyValue' in next) found.push(next)
    }
  }
  return found
}

interface Body {
  readonly purpose: string
  readonly value: string
  readonly type: string
}

function bodiesOf(annotation: Raw): Body[] {
  const given = [...listOf(annotation['body']), ...listOf(annotation['bodyValue'])]
  return given.map((body) => {
    if (!isObject(body)) return { purpose: '', value: textIn(body), type: 'TextualBody' }
    return {
      purpose: purposeOf(body),
      value: textIn(body['value']),
      type: textIn(body['type']),
    }
  })
}

/** The purpose of a body that counts: the first, but that of our notes. */
export const purposeOf = (body: Raw): string => {
  const purposes = listOf(body['purpose']).map(textIn)
  return purposes[0] === 'counterpoint:note' ? 'describing' : (purposes[0] ?? '')
}

function highlightOf(id: string, annotation: Raw, bodies: readonly Body[], losses: LossList): Highlight {
  const own = ownFields(annotation['counterpoint'])
  const comments: string[] = []
  const descriptions: string[] = []
  const tags: string[] = []
  let category: string | undefined
  for (const { purpose, value, type } of bodies) {
    if (value === '')
      losses.name(`body:${type || 'other'}`, id, 'Bodies that are no text, kept only in the file')
    else if (purpose === 'tagging') tags.push(value)
    else if (purpose === 'classifying') {
      category = FIRST_CATEGORIES.find(({ name }) => name.toLowerCase() === value.toLowerCase())?.id ?? value
    } else if (purpose === 'describing') descriptions.push(value)
    else if (SAYING.includes(purpose)) comments.push(value)
    else losses.name(`body:${purpose}`, id, `Bodies for ${purpose.slice(0, 60)}, kept only in the file`)
  }
  // A description says what is annotated, or is the note of a comment.
  if (!bodies.some(({ purpose }) => SAYING.includes(purpose))) comments.push(...descriptions.splice(0))
  const exact = exactWording(annotation, comments.join('\n\n'))
  const targets = listOf(annotation['target'])
  const quotes = targets.flatMap((target) => {
    const selectors = isObject(target) ? selectorsIn(target['selector']) : []
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
    if (quote)
      return [
        { words: textIn(quote['exact']), prefix: textIn(quote['prefix']), suffix: textIn(quote['suffix']) },
      ]
    for (const { type } of selectors)
      losses.name(`selector:${textIn(type)}`, id, 'Places without a quote, kept only in the file')
    return []
  })
  const [first] = targets
  const url = sourceIn(first) ?? ''
  const document = isObject(annotation['document']) ? annotation['document'] : {}
  const title = textIn(listOf(document['title'])[0]) || (isObject(first) ? textIn(first['title']) : '')
  const address = /^(?:https?|urn):/i.test(url) ? url : ''
  if (comments.length === 0 && quotes.length === 0) comments.push(...(tags.length > 0 ? [] : [url]))
  return {
    id,
    quotes,
    comment: comments.join('\n\n'),
    exact,
    tags,
    category,
    unstated: own.unstated,
    notes: descriptions,
    created: textIn(annotation['created']) || undefined,
    work: { title: title || url || 'Annotated page', url: address },
  }
}

/** The selectors of a target, with those that refine them. */
function selectorsIn(value: unknown): Raw[] {
  const found: Raw[] = []
  const open = listOf(value)
  for (let next = open.pop(); next !== undefined && found.length < 100; next = open.pop()) {
    if (!isObject(next)) continue
    found.push(next)
    open.push(...listOf(next['refinedBy']), ...listOf(next['items']), ...listOf(next['startSelector']))
  }
  return found
}

/** The address of what an annotation is about. */
export function sourceIn(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  if (!isObject(target)) return undefined
  const source = target['source'] ?? target['id']
  return isObject(source) ? idOf(source['id']) : idOf(source)
}
