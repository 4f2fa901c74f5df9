import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import type { Origin } from '../../../records/origin'
import { isObject } from '../../../records/record'
import { isFound } from '../../export/left-out/contents'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { jsonAgain } from '../json-again'
import { idOf, objectsIn, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { samePassages, saysTheSame } from '../says-the-same'
import { annotationsOf, noteOf, ownText, selectorsOf } from './annotations-of'
import { notesAgain, repliesIn } from './notes-again'
import { readHypothesis, replyIn } from './read-hypothesis'

type Raw = Record<string, unknown>

/** A claim of the file that was changed since. */
interface Change {
  readonly then: Claim
  readonly now: Claim
  /** Whether it rests on other passages. */
  readonly isMoved: boolean
}

/**
 * The one file of Hypothesis from which claims of a project came, with what was changed since, and what is new after the
 * rest. Undefined if there is no such file, or several.
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
  const changes = new Map<string, Change>()
  const gone = new Set<string>()
  for (const { id, then, now } of records.of('claims')) {
    if (!now) gone.add(id)
    else {
      const isMoved = !samePassages(records, then.id, now.id)
      if (isMoved || !saysTheSame(records, then, now)) changes.set(id, { then, now, isMoved })
    }
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
  const replies = repliesIn(lists.flatMap((key) => objectsIn(whole[key])))
  const replaced = new Map<unknown, unknown[]>()
  const rewritten = lists.map((key, at): [string, unknown[]] => {
    const rows = whole[key] as unknown[]
    const kept: unknown[] = []
    const further: unknown[] = []
    for (const row of rows) {
      const id = isObject(row) ? idOf(row['id']) : ''
      const change = isObject(row) && !seen.has(id) ? changes.get(id) : undefined
      if (!isObject(row) || !change) {
        if (!isObject(row) || !isGone(row, gone)) kept.push(row)
        continue
      }
      seen.add(id)
      const own = replies.get(id) ?? []
      const head = headOf(change.then.note, own)
      const keepsHead =
        change.now.note === head || change.now.note.startsWith(head === '' ? '' : `${head}\n\n`)
      const changed = withClaim(row, records, change, keepsHead)
      kept.push(changed)
      if (change.now.note !== change.then.note) {
        const note = keepsHead ? change.now.note.slice(head.length).replace(/^\n\n/, '') : change.now.note
        const made = (words: string) => noteOf(changed, words, (text) => uuid(`${text} ${words}`))
        const notes = notesAgain(note, own, made)
        for (const [reply, rows] of notes.replaced) replaced.set(reply, rows)
        // After the replies that are there.
        further.push(...notes.added)
      }
      if (change.isMoved) further.push(...elsewhere(project, row, change.now, uuid))
    }
    return [key, [...kept, ...further, ...(at === 0 ? added : [])]]
  })
  const withReplies = rewritten.map(([key, rows]) => [key, rows.flatMap((row) => replaced.get(row) ?? [row])])
  if (seen.size < changes.size) return undefined
  const text = jsonAgain({ ...whole, ...Object.fromEntries(withReplies) }, origin.content)
  return text === jsonAgain(whole, origin.content) ? origin.content : text
}

/** Whether an annotation is of a claim that was removed, or answers one. */
const isGone = (row: Raw, gone: ReadonlySet<string>): boolean =>
  gone.has(idOf(row['id'])) ||
  (Array.isArray(row['references']) && row['references'].some((id) => gone.has(idOf(id))))

/** An annotation with what changed of its claim. */
function withClaim(
  row: Raw,
  { then, now }: Correspondences,
  { then: before, now: claim, isMoved }: Change,
  keepsHead: boolean,
): Raw {
  const [was, is] = [then.categories.get(before.category)?.name, now.categories.get(claim.category)?.name]
  const { text: _text, ...key } = isObject(row['counterpoint']) ? row['counterpoint'] : ({} as Raw)
  // Without a remark, the wording and the category were those of the passages.
  const wasQuote = isMoved && textIn(row['text']).trim() === ''
  const isOther = is !== was || wasQuote
  const own = {
    ...key,
    ...ownText(claim.text),
    ...((isOther || 'category' in key) && !claim.tags.includes(is ?? '') && { category: is }),
  }
  const isTagged = isOther || claim.tags.join('\n') !== before.tags.join('\n')
  const tags = [...claim.tags, ...('category' in own && is !== undefined ? [is] : [])]
  return {
    ...row,
    ...((claim.text !== before.text || wasQuote || !keepsHead) && { text: markdownText(claim.text) }),
    ...(isTagged && { tags: [...new Set(tags)] }),
    ...(isMoved && { target: targetOf(row, now, claim) }),
    ...(Object.keys(own).length > 0 && { counterpoint: own }),
  }
}

/** What the annotation itself says of the note of its claim: a long remark. */
function headOf(note: string, replies: readonly Raw[]): string {
  const said = replies.map(replyIn).join('\n\n')
  return said === '' ? note : note.slice(0, -said.length).replace(/\n\n$/, '')
}

/** The passages of a claim on the page of its annotation. */
function targetOf(row: Raw, now: Project, claim: Claim): unknown[] {
  const source = textIn(row['uri'])
  const own = passagesOf(now, claim).filter((excerpt) => now.sources.get(excerpt.source)?.url === source)
  const targets = own.map((excerpt) => ({ source, selector: selectorsOf(excerpt, now) }))
  return targets.length > 0 ? targets : [{ source }]
}

/** Annotations for the passages of a claim on other pages, of which its annotation has none. */
function elsewhere(project: Project, row: Raw, claim: Claim, uuid: ExportEnv['uuid']): unknown[] {
  const isHere = ({ source }: Excerpt) => project.sources.get(source)?.url === textIn(row['uri'])
  return passagesOf(project, claim)
    .filter((excerpt) => !isHere(excerpt))
    .flatMap((excerpt) => annotationsOf(project, { ...claim, note: '' }, excerpt, uuid))
}

const passagesOf = (project: Project, { id }: Claim): Excerpt[] =>
  (excerptsByClaim(project).get(id) ?? []).filter(isFound)
