import type { Draft } from '#domain/formats/import/joined'
import { announcesOthers, isWebLeftover } from '#domain/text/structure/web-boilerplate'
import { isByline, isCredit } from './html-credits'
import { ASIDE } from './html-furniture'
import { announcesLetter, isAboutAuthor, isOffer, leadsElsewhere } from './html-prompts'

/** UTF-16 units. A longer paragraph is one of the article. */
const LINE = 80
/** Blocks above the text, and below its lead, that are looked at for credits. */
const ABOVE = 8
/** The most blocks that end a page with an offer, and the longest of them in UTF-16 units. */
const OFFER = { blocks: 8, longest: 160 }
/** Blocks at the end of which one may be about the author. */
const LAST = 3

/**
 * Sets aside what pages write between the words of an article: prompts, counts and notices, the lines of authors and dates
 * above the text or below its lead, offers and lists of other articles below it.
 * @param language the BCP 47 tag of the page; empty if it is not known
 */
export function withoutLeftovers(drafts: readonly Draft[], language = ''): Draft[] {
  const start = drafts.findIndex(
    ({ role, text, aside }) => !aside && role === 'paragraph' && text.length > LINE,
  )
  const end = Math.min(othersFrom(drafts), offerFrom(drafts, start))
  const found = new Set([...menusIn(drafts, start), ...creditsIn(drafts, start, language)])
  const last = drafts.flatMap(({ aside }, at) => (aside || at >= end ? [] : [at])).slice(-LAST)
  drafts.forEach((draft, at) => {
    if (draft.role !== 'paragraph') return
    if (isWebLeftover(draft.text) || leadsElsewhere(draft)) found.add(at)
    else if (last.includes(at) && at > start && isAboutAuthor(draft.text)) found.add(at)
  })
  drafts.forEach(({ role, text }, at) => {
    const next = drafts[at + 1]
    if (role === 'heading' && announcesLetter(text) && next && (next.aside || found.has(at + 1)))
      found.add(at)
  })
  return drafts.map((draft, at) => {
    const isLeft = !draft.aside && CAN_BE.has(draft.role) && (at >= end || found.has(at))
    return isLeft ? { ...draft, role: 'furniture', aside: ASIDE } : draft
  })
}

const CAN_BE: ReadonlySet<Draft['role']> = new Set(['paragraph', 'heading', 'list-item'])

/**
 * The credits of an article. Below its first paragraph, a line of authors is one, and so are two lines in a row: a single
 * date may head a part of the text.
 */
function creditsIn(drafts: readonly Draft[], start: number, language: string): number[] {
  const isOne = (at: number): boolean => {
    const draft = drafts[at]
    return draft?.role === 'paragraph' && !draft.aside && isCredit(draft.text, language)
  }
  const found: number[] = []
  for (let at = Math.max(0, start - ABOVE); at <= start + ABOVE && at < drafts.length; at++) {
    const isNumber = found.at(-1) === at - 1 && at < start && /^\d{1,4}$/.test(drafts[at]!.text)
    const counts = at < start || isByline(drafts[at]!.text) || isOne(at - 1) || isOne(at + 1)
    if (isNumber || (isOne(at) && counts)) found.push(at)
  }
  return found
}

/** Where a list of other articles begins that ends the page: a heading that says so, and below it only links. */
function othersFrom(drafts: readonly Draft[]): number {
  let from = drafts.length
  while (from > 0 && (drafts[from - 1]!.aside || isLink(drafts[from - 1]!))) from--
  const heading = from - 1
  const own = drafts.slice(heading + 1).some(({ aside }) => !aside)
  const announced = drafts[heading] && !drafts[heading].aside && announcesOthers(drafts[heading].text)
  return own && announced ? heading : drafts.length
}

/** Where an offer to subscribe begins that ends the page, with nothing but short blocks below it. */
function offerFrom(drafts: readonly Draft[], start: number): number {
  const from = drafts.findIndex(
    ({ role, text, aside }, at) =>
      !aside && at > start && (role === 'heading' || role === 'paragraph') && isOffer(text),
  )
  if (from < 0) return drafts.length
  const below = drafts.slice(from + 1).filter(({ aside }) => !aside)
  const isShort = below.length <= OFFER.blocks && below.every(({ text }) => text.length <= OFFER.longest)
  return isShort ? from : drafts.length
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
