import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FEATURES = join(import.meta.dirname, 'features')

/** The components that say something of verdicts, matrices or what is supposed. The judgement is the analyst's own. */
const COMPONENTS = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter(
  (path) =>
    /^(matrix|what-if|lists)\b.*\.svelte$/.test(path) ||
    /\b(\w*Verdict\w*|WhatItHangsOn|HangingSet|WhichWeighsMore|KnownBasis|CellDetails|RowDetails)\.svelte$/.test(
      path,
    ),
)

/** The words of a component's markup: its text, and the attributes that are read or spoken. */
function wordsOf(path: string): string[] {
  const markup = readFileSync(join(FEATURES, path), 'utf8')
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
    .replaceAll(/=>/g, '')
  const spoken = [...markup.matchAll(/\b(?:title|label|aria-label|placeholder)="([^"]*)"/g)].map(
    ([, text]) => text!,
  )
  const literals = [...markup.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, one, other]) => one ?? other ?? '')
  const texts = [...markup.matchAll(/>([^<>{}]+)[<{]/g)].map(([, text]) => text!.trim())
  return [...spoken, ...literals, ...texts].filter((text) => /[a-z]{3}/i.test(text))
}

test('no word on the screen calls a verdict what it is not, or shows a figure', () => {
  expect(COMPONENTS.length).toBeGreaterThan(15)
  const words = COMPONENTS.flatMap((path) => wordsOf(path).map((text) => `${path}: ${text}`))
  expect(words.length).toBeGreaterThan(100)
  for (const text of words) {
    expect(text).not.toMatch(
      /\b(confirmed|proven|likely|false|refuted|unlikely|possibl[ey]|even chance|probabl[ey]|probability)\b/i,
    )
    expect(text).not.toMatch(/%|\d[.,]\d/)
  }
})
