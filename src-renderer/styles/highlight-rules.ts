import { COLOURS, type Colour } from '#domain/vocabulary/palette'
import { DEPTHS, highlightName } from './depths'

const OTHERS: Readonly<Record<string, string>> = {
  'text-link': 'text-decoration:underline 1px dotted color-mix(in srgb,currentcolor 60%,transparent)',
  'passage-selected': 'text-decoration:underline 2px var(--accent);text-decoration-skip-ink:none',
  'passage-cursor':
    'background-color:color-mix(in srgb,var(--ink) 11%,transparent);text-decoration:underline 3px var(--focus);text-decoration-skip-ink:none',
  found: 'background-color:var(--found)',
  'found-current': 'background-color:var(--ink);color:var(--page)',
  'passage-shown': 'background-color:color-mix(in srgb,var(--ink) 24%,transparent)',
}

/**
 * A rule for each highlight of the reader. They apply only in the text of an article: a browser computes one more style
 * for each highlight whose rule matches an element, so without a scope each card of a map would have dozens.
 */
export const highlightRules = (): string[] =>
  [
    ...COLOURS.flatMap((colour) =>
      Array.from({ length: DEPTHS + 1 }, (_, depth) => [highlightName(colour, depth), mark(colour, depth)]),
    ),
    ...Object.entries(OTHERS),
  ].map(([name, style]) => `article ::highlight(${name}){${style}}`)

/**
 * A mark is a fill. Overlapping ones are translucent, so that they look darker, and each further lane has an underline
 * of its own, without gaps for descenders: those would take a quarter of the time to paint a page of marks.
 */
function mark(colour: Colour, depth: number): string {
  const style = [undefined, '2px dotted', '2px double', '3px wavy'][depth]
  const line = style
    ? `text-decoration:underline ${style} var(--${colour}-mark);text-decoration-skip-ink:none`
    : ''
  const wash = `color-mix(in srgb, var(--${colour}-wash) ${depth === 0 ? 100 : 62}%, transparent)`
  return `background-color:${wash};${line}`
}
