import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { LAYERS } from './layers.mjs'
import { root } from './run.mjs'

/** For each row a real file of it, so that the linter finds its project, and an import that the row does not allow. */
const FORBIDDEN = [
  ['src-domain/records/claim.ts', '#api/errors'],
  ['src-api/errors.ts', '#host/host'],
  ['src-main/host/env.ts', '#web/server'],
  ['src-main/web/server.ts', '../cli/main'],
  ['src-main/shell/policy.ts', '../electron/window'],
  ['src-main/cli/run.ts', 'electron'],
  ['src-main/electron/window.ts', '../cli/main'],
  ['src-main/electron/preload.ts', 'node:fs'],
  ['src-renderer/styles/palette.ts', '../ui/closeness'],
  ['src-renderer/ui/closeness.ts', '../state/panes'],
  ['src-renderer/transports/web.ts', '../state/panes'],
  ['src-renderer/state/panes.ts', '../features/search/results'],
  ['src-renderer/features/search/results.ts', '../library/SourceList.svelte'],
  ['src-renderer/main.ts', '#host/host'],
]

/** The repository's own rules. Types are not needed, and are slow to load. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === 'layers/imports',
})

/** What the linter says against a file that only has this import. */
async function messages(file, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file })
  return messages.map(({ message }) => message)
}

test('every row of the table has a forbidden import in this test', () => {
  const rows = FORBIDDEN.map(([file]) => file)
  const without = LAYERS.filter(({ path }) => {
    const pattern = new RegExp(`^${path.replace('*', '[^/]+')}(/|$)`)
    return !rows.some((file) => pattern.test(file))
  })
  expect(without).toEqual([])
})

test.each(FORBIDDEN)('%s may not import %s', async (file, name) => {
  const code = [
    `import {} from '${name}'`,
    `import type {} from '${name}'`,
    `export {} from '${name}'`,
    `export * from '${name}'`,
    `void import('${name}')`,
    `export type Its = import('${name}').Its`,
  ]
  const message = expect.stringMatching(/ may import ./)
  expect(await messages(file, code.join('\n'))).toEqual(code.map(() => message))
})

test('the message names the allowed imports of the layer', async () => {
  expect(await messages('src-domain/records/claim.ts', `import {} from 'node:fs'`)).toEqual([
    'src-domain may import itself and packages that run anywhere.',
  ])
  expect(await messages('src-renderer/features/search/results.ts', `import {} from '../map/x'`)).toEqual([
    'src-renderer/features/search may import ui, state, styles, the contract and the domain, never another feature.',
  ])
})

test('components are checked too', async () => {
  const component = (name) => `<script lang="ts">\n  import '${name}'\n</script>`
  const refused = [expect.stringMatching(/ may import ./)]
  expect(
    await messages('src-renderer/features/search/Search.svelte', component('../link/Link.svelte')),
  ).toEqual(refused)
  expect(await messages('src-renderer/ui/Pane.svelte', component('../app/App.svelte'))).toEqual(refused)
})

test('a test may read files, and a layer may import itself', async () => {
  expect(await messages('src-domain/records/registry.test.ts', `import {} from 'node:fs'`)).toEqual([])
  expect(await messages('src-domain/records/claim.ts', `import {} from './registry'`)).toEqual([])
})
