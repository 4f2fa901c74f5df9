import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { samePassages, saysTheSame } from '../says-the-same'
import { annotationsOf, noteOf, ownText } from './annotations-of'
import { readHypothesis } from './read-hypothesis'

type Raw = Record<string, unknown>

/**
 * The one file of Hypothesis from which claims of a project came, with what was changed since, and what is new after the
 * rest. Undefined if there is no such file, or if it cannot say what was changed: other passages of a claim, and
 * replies of others that were rewritten.
 */
export function rewriteHypothesis(project: Project, uuid: ExportEnv['uuid']): string | undefined {
  const [origin, ...others] = [...project.origins.values()].filter(
    ({ format }) => format === 'hypothesis/json',
  )
  return origin && others.length === 0 ? again(project, origin, uuid) : undefined
}

function again(project: Project, origin: Origin, uuid: ExportEnv['uuid']): string | undefined {
  const whole = jsonIn(origin.content)
  const records = new Correspondences(project, origin, readHypothesis)
  const changes = new Map<string, { then: Claim; now: Claim }>()
  const gone = new Set<string>()
  for (const { id, then, now } of records.of('claims')) {
    if (!now) gone.add(id)
    else if (!samePassages(records, then.id, now.id)) return undefined
    else if (!saysTheSame(records, then, now)) changes.set(id, { then, now })
  }
  const passages = excerptsByClaim(project)
  const added = records
    .added('claims')
    .flatMap((claim) =>
      (passages.get(claim.id) ?? []).flatMap((excerpt) => annotationsOf(project, claim, excerpt, uuid)),
    )
  if (!isObject(whole)) return undefined
  const lists = ['annotations', 'rows'].filter((key) => Array.isArray(whole[key]))
  const seen = new Set<string>()
  const rewritten = lists.map((key, at): [string, unknown[] | undefined] => {
    const rows = whole[key] as unknown[]
    const kept: unknown[] = []
    const notes: unknown[] = []
    for (const row of rows) {
      const id = isObject(row) ? idOf(row['id']) : ''
      const change = isObject(row) && !seen.has(id) ? changes.get(id) : undefined
      if (!isObject(row) || !change) {
        if (!isObject(row) || !isGone(row, gone)) kept.push(row)
        continue
      }
      seen.add(id)
      const changed = withClaim(row, records, change.then, change.now)
      const note = noteAfter(change.then.note, change.now.note)
      if (note === undefined) return [key, undefined]
      kept.push(changed)
      // After the replies that are there.
      if (note !== '') notes.push(noteOf(changed, note, uuid))
    }
    return [key, [...kept, ...notes, ...(at === 0 ? added : [])]]
  })
  if (rewritten.some(([, rows]) => rows === undefined) || seen.size < changes.size) return undefined
  const text = jsonAgain({ ...whole, ...Object.fromEntries(rewritten) }, origin.content)
  return text === jsonAgain(whole, origin.content) ? origin.content : text
}

/** Whether an annotation is of a claim that was removed, or answers one. */
const isGone = (row: Raw, gone: ReadonlySet<string>): boolean =>
  gone.has(idOf(row['id'])) ||
  (Array.isArray(row['references']) && row['references'].some((id) => gone.has(idOf(id))))

/** What was added to a note; undefined if it was changed in another way, which no reply can say. */
function noteAfter(before: string, now: string): string | undefined {
  if (before === now) return ''
  if (before === '') return now
  return now.startsWith(`${before}\n\n`) ? now.slice(before.length + 2) : undefined
}

/** An annotation with what changed of its claim. */
function withClaim(row: Raw, { then, now }: Correspondences, before: Claim, claim: Claim): Raw {
  const [was, is] = [then.categories.get(before.category)?.name, now.categories.get(claim.category)?.name]
  const { text: _text, ...key } = isObject(row['counterpoint']) ? row['counterpoint'] : ({} as Raw)
  const isMoved = is !== was
  const own = {
    ...key,
    ...ownText(claim.text),
    ...((isMoved || 'category' in key) && !claim.tags.includes(is ?? '') && { category: is }),
  }
  const isTagged = isMoved || claim.tags.join('\n') !== before.tags.join('\n')
  const tags = [...claim.tags, ...('category' in own && is !== undefined ? [is] : [])]
  return {
    ...row,
    ...(claim.text !== before.text && { text: markdownText(claim.text) }),
    ...(isTagged && { tags: [...new Set(tags)] }),
    ...(Object.keys(own).length > 0 && { counterpoint: own }),
  }
}
