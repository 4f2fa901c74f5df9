import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { isFound } from '../../export/left-out/contents'
import { markdownText } from '../../export/report/markdown-text'
import type { ExportEnv } from '../../export/writer'
import { LONGEST_WORDING } from '../highlights'
import { withOwn, type OwnRecord } from '../own-records'
import { exactly } from '../own-wording'
import { NOTE_USER } from './read-hypothesis'

/** The annotation of a passage, and the note of its claim as a reply. None if its article has no address. */
export function annotationsOf(project: Project, claim: Claim, excerpt: Excerpt, uuid: ExportEnv['uuid']) {
  const { url, title } = project.sources.get(excerpt.source)!
  if (url === '' || !isFound(excerpt)) return []
  const category = project.categories.get(claim.category)!.name
  const id = uuid(excerpt.id)
  const common = { uri: url, group: '__world__', document: { title: [title] } }
  const annotation = {
    id,
    user: '',
    text: markdownText(claim.text),
    tags: [...new Set([...claim.tags, category])],
    target: [{ source: url, selector: selectorsOf(excerpt, project) }],
    created: claim.created,
    updated: claim.created,
    ...common,
    // A tag with the name of the category stays one.
    ...withOwn({ ...ownText(claim.text), ...(!claim.tags.includes(category) && { category }) }),
  }
  return claim.note === '' ? [annotation] : [annotation, noteOf(annotation, claim.note, uuid)]
}

/** Where a passage stands. */
export function selectorsOf({ source, start, end, prefix, suffix }: Excerpt, { sources }: Project) {
  const exact = (sources.get(source)?.text ?? '').slice(start, end)
  return [
    { type: 'TextPositionSelector', start, end },
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ]
}

/** A wording that its Markdown does not give back. */
export function ownText(text: string): OwnRecord {
  const exact = text.length > LONGEST_WORDING ? text : exactly(text)
  return exact === '' ? {} : { text: exact }
}

/** A note of a claim as a reply to its annotation. */
export function noteOf(annotation: Readonly<Record<string, unknown>>, note: string, uuid: ExportEnv['uuid']) {
  const { id, uri, group, document, created } = annotation
  return {
    id: uuid(`note ${String(id)}`),
    user: NOTE_USER,
    text: note,
    tags: [],
    target: [{ source: uri }],
    references: [id],
    created,
    updated: created,
    uri,
    group,
    document,
  }
}
