import { fromMarkdown } from 'mdast-util-from-markdown'
import { firstUnits } from '../../anchoring/pairs'
import { unmarked } from '../../text/clean/link-marks'
import { guessedTitle } from '../../text/structure/guessed-title'
import { articleOf } from './article'
import { UnreadableError, type TextReader } from './format'
import { joined, type Draft } from './joined'
import { blocksOf, definitionsIn } from './markdown-blocks'
import { refuseDeep } from './markdown-depth'
import { sharedLabels } from './markdown-labels'
import { refuseLazy } from './markdown-lazy'
import { bounded } from './markdown-marks'
import { NoteNumbers, notesIn } from './markdown-notes'
import { piecesOf } from './markdown-pieces'
import type { Tally } from './markdown-tally'
import { frontMatterOf } from './markdown-front-matter'

/**
 * Reads Markdown (CommonMark). Headings, paragraphs, quotes, lists and code become blocks. The addresses
 * of links are kept beside the text, and footnotes stand at its end.
 */
export const readMarkdown: TextReader = ({ fileName, text: originalText, encoding }) => {
  const { known, unused, body: whole } = frontMatterOf(originalText.toWellFormed().replaceAll('\0', ''))
  const { notes: own, body } = notesIn(whole)
  refuseDeep(body)
  refuseLazy(body)
  const { extensions, count: full } = bounded(body)
  const labels = sharedLabels()
  const options = { extensions: [...extensions, labels] }
  // A link may come before its definition, in a piece that is parsed before.
  const definitions = body.includes(']:')
    ? definitionsIn(piecesOf(body, options))
    : new Map<string, { address: string; used: boolean }>()
  const notes = new NoteNumbers(own)
  const tally: Tally = { comments: 0, tags: 0, pictures: 0, struck: 0, notes, definitions }
  const kept: Draft[] = []
  const keep = (drafts: readonly Draft[]) => {
    for (const draft of drafts) {
      const { text, links } = unmarked(draft.text.trim())
      if (text !== '') kept.push({ ...draft, text, ...(links.length > 0 && { links }) })
    }
  }
  for (const root of piecesOf(body, options)) keep(blocksOf(root, 'paragraph', tally, 0))
  for (const { number, words } of notes.inOrder()) {
    refuseDeep(words)
    refuseLazy(words)
    const root = fromMarkdown(words, { extensions: [...bounded(words).extensions, labels] })
    const [first, ...rest] = blocksOf(root, 'note', tally, 0)
    if (first) keep([{ ...first, role: 'note', text: `${number}. ${first.text}` }, ...rest])
  }
  if (kept.length === 0) throw new UnreadableError('It has no text.')
  const head = kept.findIndex(({ role, level }) => role === 'heading' && level === 1)
  if (head >= 0) kept[head] = { ...withoutLevel(kept[head]!), role: 'title' }
  const { text, blocks, links } = joined(kept)
  const article = articleOf({
    ...known,
    title: firstUnits(known.title || kept[head]?.text || guessedTitle({ text, blocks }, fileName), 200),
    fileName,
    format: 'markdown',
    encoding,
    text,
    blocks,
    ...(links && { links }),
    originalText,
    report: [
      { what: 'other front matter fields left out', count: unused },
      { what: 'comments left out', count: tally.comments },
      { what: 'HTML tags left out, their text kept', count: tally.tags },
      { what: 'pictures left out, their descriptions kept', count: tally.pictures },
      {
        what: 'paragraphs with too many emphasis marks or brackets, kept as typed',
        count: full,
      },
      { what: 'struck-out words left out', count: tally.struck },
      { what: 'link definitions left out', count: unusedIn(tally.definitions) },
    ].filter(({ count }) => count > 0),
  })
  return { kind: 'article', article }
}

const withoutLevel = ({ level: _level, ...draft }: Draft): Draft => draft

const unusedIn = (definitions: Tally['definitions']): number =>
  [...definitions.values()].filter(({ used }) => !used).length
