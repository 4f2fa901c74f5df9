import { COLOURS, GROUNDS, RELATION_LOOKS, SHADES, SIGNALS, type Theme } from '#domain/vocabulary/palette'
import { highlightRules } from './highlight-rules'

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

/** Adds the domain's colours to the page: custom properties, and the styles of highlights. */
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
    [`:root{${[...shades, ...looks, ...grounds, signals].join('')}}`, FORCED, ...highlightRules()].join('\n'),
  )
}
