import { readFile, writeFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { ContractError } from '#api/errors'
import { LAST_REVISION } from '#domain/document/project'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
import { copyOf } from '#domain/testing/two-copies'
import type * as Decode from '#host/store/decode-project'
import { commandLine } from './testing/command-line'

const { LIMIT } = vi.hoisted(() => ({ LIMIT: 25_000 }))

vi.mock('#host/store/decode-project', async (original) => ({
  ...(await original<typeof Decode>()),
  refuseTooLarge: (text: string) => {
    if (text.length > LIMIT) throw new ContractError('too-large', 'The file is larger than the limit.')
    return text
  },
}))

const { at, counterpoint } = commandLine()

it('does not write a merged file that is larger than Counterpoint can open', async () => {
  const base = new Builder('Why?', testEnv('base'))
  base.claim('It was hedging')
  for (const name of ['mine', 'theirs']) {
    const copy = copyOf(base.project, name)
    copy.source(`${name} `.repeat(1500))
    const file = save(copy.project)
    expect(file.length).toBeLessThan(LIMIT)
    await writeFile(at(`${name}.json`), file)
  }
  const { code, said, complained } = await counterpoint(
    ...['merge', at('mine.json'), at('theirs.json'), '--out', at('out.json'), '--data-dir', at('data')],
  )
  expect([code, said]).toEqual([1, []])
  expect(complained.join('\n')).toMatch(/The merged project is too large .* Nothing was written/)
  await expect(readFile(at('out.json'))).rejects.toThrow('ENOENT')
})

it('does not write a merged file of a revision that Counterpoint cannot open', async () => {
  const base = new Builder('Why?', testEnv('base'))
  base.claim('It was hedging')
  for (const name of ['mine', 'theirs']) {
    const copy = copyOf(base.project, name)
    copy.claim(`Only ${name}`)
    const about = { ...copy.project.about, revision: LAST_REVISION }
    await writeFile(at(`${name}.json`), save({ ...copy.project, about }))
  }
  const { code, complained } = await counterpoint(
    ...['merge', at('mine.json'), at('theirs.json'), '--out', at('out.json'), '--data-dir', at('data')],
  )
  expect(code).toBe(1)
  expect(complained.join('\n')).toMatch(/the revision of the project, 4503599627370496, is the last/)
  await expect(readFile(at('out.json'))).rejects.toThrow('ENOENT')
})
