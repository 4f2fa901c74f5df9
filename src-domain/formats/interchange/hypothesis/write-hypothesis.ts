import { excerptsByClaim } from '../../../queries/excerpt-index'
import { isObject } from '../../../records/record'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { isFound } from '../../export/left-out/contents'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv, ExportWriter } from '../../export/writer'
import { jsonAgain } from '../json-again'
import { idOf } from '../json-fields'
import { jsonIn } from '../json-in'
import { projectAgain, type Reworded } from '../unchanged'
import { readHypothesis } from './read-hypothesis'

/**
 * Writes the passages of articles with an address as annotations that the Hypothesis client imports: one for each
 * passage. The note of a claim is a reply. A project that came from such a file is that file again, with changed
 * wordings.
 */
export const writeHypothesis: ExportWriter = async ({ project }, { uuid, today }) => {
  const same = projectAgain(project, {
    format: 'hypothesis/json',
    read: readHypothesis,
    says: { passages: true, links: false },
    reword: rewordHypothesis,
  })
  if (same !== undefined) return same
  const annotations = [...excerptsByClaim(project)].flatMap(([id, excerpts]) =>
    excerpts.flatMap((excerpt) => annotationsOf(project, project.claims.get(id)!, excerpt, uuid)),
  )
  const file = {
    export_date: `${today}T00:00:00Z`,
    export_userid: '',
    client_version: '',
    annotations,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The annotation of a passage, and the note of its claim as a reply. */
function annotationsOf(project: Project, claim: Claim, excerpt: Excerpt, uuid: ExportEnv['uuid']) {
  const { url, title, text } = project.sources.get(excerpt.source)!
  if (url === '' || !isFound(excerpt)) return []
  const { start, end, prefix, suffix } = excerpt
  const id = uuid(excerpt.id)
  const common = {
    created: claim.created,
    updated: claim.created,
    uri: url,
    group: '__world__',
    document: { title: [title] },
  }
  const selector = [
    { type: 'TextPositionSelector', start, end },
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
  ]
  const annotation = {
    id,
    user: '',
    text: markdownText(claim.text),
    tags: [...new Set([...claim.tags, project.categories.get(claim.category)!.name])],
    target: [{ source: url, selector }],
    ...common,
  }
  const reply = {
    id: uuid(`note ${excerpt.id}`),
    user: 'acct:Note@counterpoint',
    text: claim.note,
    tags: [],
    target: [{ source: url }],
    references: [id],
    ...common,
  }
  return claim.note === '' ? [annotation] : [annotation, reply]
}

/** Annotations of Hypothesis with other words; of two with one id the first counts, as for the reader. */
function rewordHypothesis(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const whole = jsonIn(content)
  if (!isObject(whole)) return undefined
  const left = new Map(claims)
  const again = (rows: unknown): unknown =>
    Array.isArray(rows)
      ? rows.map((row: unknown) => {
          const change = isObject(row) ? left.get(idOf(row['id'])) : undefined
          if (!isObject(row) || !change) return row
          left.delete(idOf(row['id']))
          return { ...row, text: markdownText(change.now) }
        })
      : rows
  const entries = Object.entries(whole).map(([key, value]) => [
    key,
    key === 'annotations' || key === 'rows' ? again(value) : value,
  ])
  return left.size === 0 ? jsonAgain(Object.fromEntries(entries), content) : undefined
}
