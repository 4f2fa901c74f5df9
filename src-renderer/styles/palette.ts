import {
  COLOURS,
  GROUNDS,
  RELATION_LOOKS,
  SHADES,
  SIGNALS,
  type Colour,
  type Theme,
} from '#domain/vocabulary/palette'
import { DEPTHS, highlightName } from './depths'

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(sheet)

/**
 * A theme of the system with few colours (Windows contrast themes) replaces all but the colours of drawings, which would
 * be invisible on some of its backgrounds. There relations differ by sign and dash, and categories by name and bar.
 */
const FORCED = `@media (forced-colors: active){:root{${[
  ...Object.keys(RELATION_LOOKS).map((look) => `--${look}:CanvasText;`),
  ...COLOURS.map((colour) => `--${colour}-mark:CanvasText;`),
  '--page:Canvas;--card:Canvas;--ink:CanvasText;--muted:CanvasText;--line:CanvasText;--warning:CanvasText;',
  '--accent:Highlight;--accent-ink:HighlightText;--focus:Highlight;',
].join('')}}}`

/** Adds the domain's colours to the page: custom properties, and a highlight style for each colour and lane. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  const shades = COLOURS.map((colour) => {
    const { ink, mark, wash } = SHADES[theme][colour]
    return `--${colour}-ink:${ink};--${colour}-mark:${mark};--${colour}-wash:${wash};`
  })
  const looks = Object.entries(RELATION_LOOKS).map(([look, values]) => `--${look}:${values[theme]};`)
  const grounds = Object.entries(GROUNDS[theme]).map(([name, value]) => `--${name}:${value};`)
  const { warning, wash, found } = SIGNALS[theme]
  const signals = `--warning:${warning};--warning-wash:${wash};--found:${found};`
  sheet.replaceSync(
    [
      `:root{${[...shades, ...looks, ...grounds, signals].join('')}}`,
      FORCED,
      ...COLOURS.flatMap((colour) =>
        Array.from({ length: DEPTHS + 1 }, (_, depth) => highlightRule(colour, depth)),
      ),
      '::highlight(text-link){text-decoration:underline 1px dotted color-mix(in srgb,currentcolor 60%,transparent)}',
      '::highlight(passage-selected){text-decoration:underline 2px var(--accent);text-decoration-skip-ink:none}',
      '::highlight(passage-cursor){background-color:color-mix(in srgb,var(--ink) 11%,transparent);text-decoration:underline 3px var(--focus);text-decoration-skip-ink:none}',
      '::highlight(found){background-color:var(--found)}',
      '::highlight(found-current){background-color:var(--ink);color:var(--page)}',
      '::highlight(passage-shown){background-color:color-mix(in srgb,var(--ink) 24%,transparent)}',
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
    ? `text-decoration:underline ${style} var(--${colour}-mark);text-decoration-skip-ink:none`
    : ''
  const wash = `color-mix(in srgb, var(--${colour}-wash) ${depth === 0 ? 100 : 62}%, transparent)`
  return `::highlight(${highlightName(colour, depth)}){background-color:${wash};${line}}`
}
