import type { Draft } from '#domain/formats/import/joined'
import type { PageElement } from './html-dom'

/** The role that an element gives to the text in it. */
export type Standing = Pick<Draft, 'role' | 'level'>

const NOTE_ROLES = /^doc-(?:foot|end)notes?$/
const NOTE_NAMES = /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|fn-?list|notes?-list)(?:$|[\s_-])/i
const NOTE_IDS = /^(?:fn|footnote|endnote|ftn|edn|cite_note|note)[-:_]?\w*\d/i
const PULL_QUOTE = /(?:^|[\s_-])pull-?quote/i
const CAPTION = /(?:^|\s)(?:wp-caption-text|caption|image-caption|figure-caption)(?:\s|$)/i
const CONTAINERS = new Set(['section', 'div', 'aside', 'ol', 'ul', 'dl', 'footer', 'details'])

/** The role that an element gives to its text; undefined if it gives none. */
export function standingOf(element: PageElement): Standing | undefined {
  const name = element.localName
  if (/^h[1-6]$/.test(name)) return { role: 'heading', level: Number(name[1]) }
  if (isNotes(element, name)) return { role: 'note' }
  const styled = element.getAttribute('class') ?? ''
  if (PULL_QUOTE.test(styled)) return { role: 'pull-quote' }
  switch (name) {
    case 'blockquote':
      return { role: 'quote' }
    case 'li':
    case 'dd':
      return { role: 'list-item' }
    case 'pre':
    case 'listing':
    case 'xmp':
      return { role: 'code' }
    case 'figcaption':
      return { role: 'caption' }
    case 'p':
      if (styled === 'title') return { role: 'title' }
      return CAPTION.test(styled) ? { role: 'caption' } : undefined
    default:
      return undefined
  }
}

function isNotes(element: PageElement, name: string): boolean {
  if (NOTE_ROLES.test(element.getAttribute('role') ?? '')) return true
  if (/\b(?:foot|end)notes?\b/.test(element.getAttribute('epub:type') ?? '')) return true
  const id = element.getAttribute('id') ?? ''
  if (name === 'li') return NOTE_IDS.test(id)
  if (name === 'p') return /^(?:ftn|fn|edn|footnote|endnote)[-:_]?\d+$/i.test(id)
  if (!CONTAINERS.has(name)) return false
  return (
    NOTE_NAMES.test(element.getAttribute('class') ?? '') || NOTE_NAMES.test(id) || /^(?:ftn|edn)\d+$/.test(id)
  )
}

/**
 * The role of text in nested elements, outermost first: a note stays a note, otherwise the innermost element decides.
 */
export function standingIn(frames: readonly Standing[]): Standing {
  const last = frames.at(-1)
  if (last?.role === 'heading') return last
  return frames.find(({ role }) => role === 'note' || role === 'pull-quote') ?? last ?? { role: 'paragraph' }
}
