import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

/** Fields whose words are in no project: searches, and choices that apply at once. */
const OTHERS = /type="(?:search|radio|checkbox|number|date)"|type=\{/

/** The text fields of all components, with their attributes. */
function textFields() {
  const folder = join(root, 'src-renderer')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.svelte'),
  )
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/(?=<(?:input|textarea)\b)/)
      .slice(1)
      .map((rest) => rest.slice(0, rest.search(/\/>|><\/textarea>/)))
      .filter((field) => !OTHERS.test(field))
      .map((field) => `${file}: ${field}`),
  )
}

test('every text field is edited in the one way', () => {
  const others = textFields().filter((field) => !/@attach (?:editField|formField|edit)\b/.test(field))
  expect(others).toEqual([])
})

test('every text field takes its direction from its words', () => {
  expect(textFields().filter((field) => !field.includes('dir="auto"'))).toEqual([])
})
