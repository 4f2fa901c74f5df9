import { COLOURS, RELATION_LOOKS, SHADES, type Colour, type Theme } from '#domain/vocabulary/palette'
import { RELATION_KINDS } from '#domain/records/relation'
import { DEPTHS, highlightName } from './depths'

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(sheet)

/** Adds the domain's colours to the page: custom properties, and a highlight style for each colour and lane. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  const shades = COLOURS.map((colour) => {
    const { ink, wash } = SHADES[theme][colour]
    return `--${colour}-ink:${ink};--${colour}-wash:${wash};`
  })
  const kinds = RELATION_KINDS.map((kind) => `--${kind}:${RELATION_LOOKS[kind][theme]};`)
  sheet.replaceSync(
    [
      `:root{${shades.join('')}${kinds.join('')}}`,
      ...COLOURS.flatMap((colour) =>
        Array.from({ length: DEPTHS + 1 }, (_, depth) => highlightRule(colour, depth)),
      ),
      '::highlight(text-link){text-decoration:underline 1px dotted color-mix(in srgb,currentcolor 60%,transparent)}',
      '::highlight(passage-selected){text-decoration:underline 2px var(--accent);text-decoration-skip-ink:none}',
      '::highlight(passage-cursor){background-color:color-mix(in srgb,var(--ink) 11%,transparent);text-decoration:underline 3px var(--focus);text-decoration-skip-ink:none}',
      '::highlight(found){background-color:color-mix(in srgb,var(--orange-wash) 90%,transparent)}',
      '::highlight(found-current){background-color:var(--orange-ink);color:var(--page)}',
      '::highlight(passage-shown){background-color:color-mix(in srgb,var(--accent) 45%,transparent)}',
    ].join('\n'),
  )
}

/**
 * A mark is a fill. Overlapping ones are translucent, so that they look darker, and each further lane has an underline
 * of its own, without gaps for descenders: those would take a quarter of the time to paint a page of marks.
 */
function highlightRule(colour: Colour, depth: number): string {
  const style = [undefined, '2px dotted', '2px double', '3px wavy'][depth]
  const line = style
    ? `text-decoration:underline ${style} var(--${colour}-ink);text-decoration-skip-ink:none`
    : ''
  const wash = `color-mix(in srgb, var(--${colour}-wash) ${depth === 0 ? 100 : 62}%, transparent)`
  return `::highlight(${highlightName(colour, depth)}){background-color:${wash};${line}}`
}
