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

/** The components that say something of verdicts, matrices or what is supposed. The judgement is the analyst's own. */
const ofVerdicts = components.filter(([name]) =>
  /^(matrix|what-if|lists)|\b(\w*Verdict\w*|WhatItHangsOn|HangingSet|WhichWeighsMore|KnownBasis|CellDetails|RowDetails)\.svelte$/.test(
    name,
  ),
)

/** The words of a component: its text, its strings, and the attributes that are read or spoken. */
function wordsOf(source) {
  const markup = source.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '').replaceAll(/=>/g, '')
  const spoken = [...markup.matchAll(/\b(?:title|label|aria-label|placeholder)="([^"]*)"/g)]
  const literals = [...markup.matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
  const texts = [...markup.matchAll(/>([^<>{}]+)[<{]/g)]
  return [...spoken, ...literals, ...texts]
    .map(([, one, other]) => one ?? other ?? '')
    .filter((text) => /[a-z]{3}/i.test(text))
}

test('no word on the screen calls a verdict what it is not', () => {
  expect(ofVerdicts.length).toBeGreaterThan(15)
  const words = ofVerdicts.flatMap(([name, source]) => wordsOf(source).map((text) => `${name}: ${text}`))
  expect(words.length).toBeGreaterThan(100)
  for (const text of words)
    expect(text).not.toMatch(/\b(likely|false|unlikely|possibl[ey]|even chance|probabl[ey]|probability)\b/i)
})
