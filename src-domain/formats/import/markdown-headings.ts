import type { Options } from 'mdast-util-from-markdown'
import { setextUnderline } from 'micromark-core-commonmark'

const EQUALS = 61
const MINUS = 45

/**
 * Underlined headings as the parser reads them, in time that grows with their number. Its own construct copies all events
 * of the text for each heading, so that 4000 headings take ten seconds. This one gives it only the events of the heading.
 */
const underlined: typeof setextUnderline = {
  ...setextUnderline,
  // The parser's own construct stays, and is tried after this one.
  name: 'underlinedHeading',
  resolveTo(events, context) {
    const from = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'content')
    const own = setextUnderline.resolveTo!(events.slice(from), context)
    events.length = from
    for (const event of own) events.push(event)
    return events
  },
}

/** An extension of the parser for headings. */
export const HEADINGS = {
  flow: { [EQUALS]: underlined, [MINUS]: underlined },
} satisfies NonNullable<Options['extensions']>[number]
