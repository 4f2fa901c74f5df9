import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

/** The parts of the screen about verdicts, what is supposed, the matrix and the lists. */
const PARTS = ['inspector', 'lists', 'matrix', 'what-if']

/** The markup of a component with its texts and labels, without code, styles and comments. */
const markupOf = (source) =>
  source.replaceAll(
    /<(script|style)[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->|style:[\w-]+=("[^"]*"|\{[^}]*\})/g,
    '',
  )

const components = PARTS.flatMap((part) => {
  const folder = join(root, 'src-renderer', 'features', part)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => [`${part}/${name}`, readFileSync(join(folder, name), 'utf8')])
})

test.each(components)(
  'no label of %s has a percent sign, a decimal or a verdict by another name',
  (_, source) => {
    expect(markupOf(source)).not.toMatch(/%|\b\d+[.,]\d/)
    expect(markupOf(source)).not.toMatch(/\b(confirmed|proven|refuted)\b/i)
  },
)
