import type { Draft } from '#domain/formats/import/joined'
import { announcesOthers, isWebLeftover } from '#domain/text/structure/web-boilerplate'
import { dateOf } from '../dates'
import { ASIDE } from './html-furniture'

/** UTF-16 units. A shorter paragraph above the text may be a line of authors or a date. */
const LINE = 80
/** Blocks above the text that are looked at. */
const ABOVE = 8

/** The line of authors: `By` and names, each with a capital. */
const BYLINE =
  /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v)\s+\p{Lu}[\p{L}.’'-]*(?:[ ,&]+(?:and |und |et |y |e |en |och )?\p{Lu}[\p{L}.’'-]*){0,8}$/u
const STAMP =
  /^(?=.*(?:\d|ago))(?:(?:first |last )?(?:updated|published|posted|modified)(?: on| at)?\b|\d{1,3} (?:seconds?|minutes?|hours?|days?|weeks?) ago\b).{0,50}(?<!\.)$/i

/**
 * Sets aside what pages write between the words of an article: prompts, counts and notices, the line of authors and the
 * date above the text, and lists of other articles below it.
 */
export function withoutLeftovers(drafts: readonly Draft[]): Draft[] {
  const start = drafts.findIndex(
    ({ role, text, aside }) => !aside && role === 'paragraph' && text.length > LINE,
  )
  const others = othersFrom(drafts)
  const menus = menusIn(drafts, start)
  return drafts.map((draft, at) => {
    if (draft.aside || !CAN_BE.has(draft.role)) return draft
    const isAbove = at < start && at >= start - ABOVE && draft.role === 'paragraph' && isCredit(draft.text)
    const isLeft =
      at >= others || isAbove || menus.has(at) || (draft.role === 'paragraph' && isWebLeftover(draft.text))
    return isLeft ? { ...draft, role: 'furniture', aside: ASIDE } : draft
  })
}

const CAN_BE: ReadonlySet<Draft['role']> = new Set(['paragraph', 'heading', 'list-item'])

const isCredit = (text: string): boolean =>
  text.length <= LINE && (BYLINE.test(text) || STAMP.test(text) || /^\d{4}-\d{2}/.test(dateOf(text, 'en')))

/** Where a list of other articles begins that ends the page: a heading that says so, and below it only links. */
function othersFrom(drafts: readonly Draft[]): number {
  let from = drafts.length
  while (from > 0 && (drafts[from - 1]!.aside || isLink(drafts[from - 1]!))) from--
  const heading = from - 1
  const own = drafts.slice(heading + 1).some(({ aside }) => !aside)
  const announced = drafts[heading] && !drafts[heading].aside && announcesOthers(drafts[heading].text)
  return own && announced ? heading : drafts.length
}

/** The fewest links in a row of a menu. */
const MENU = 3

/** Lists of links above the text: the menu of a page that is laid out by a table. Links within the page are none. */
function menusIn(drafts: readonly Draft[], start: number): Set<number> {
  const found = new Set<number>()
  let run: number[] = []
  for (let at = 0; at <= start; at++) {
    const draft = drafts[at]!
    if (at < start && !draft.aside && draft.role === 'list-item' && isLink(draft)) run.push(at)
    else {
      if (run.length >= MENU) for (const each of run) found.add(each)
      run = []
    }
  }
  return found
}

/** Whether all of a block is one link. */
const isLink = ({ text, links = [] }: Draft): boolean =>
  links.some(({ start, end }) => start <= 1 && end >= text.length - 1)
