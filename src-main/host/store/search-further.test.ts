import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { temporaryFolder } from '../testing/folder'
import { fileText } from './file-text'
import { ProjectStore } from './project-store'

/** Passages whose words are in the article, behind others for which a search takes time by the product of the lengths. */
async function manyLost() {
  const builder = new Builder()
  const source = builder.source(
    `${'a'.repeat(60_000)} Here is the only place of these words, which are long enough.`,
  )
  for (let number = 0; number < 12; number++)
    builder.run('claim.fromSelection', { source, start: number, end: number + 9, category: 'judgement' })
  const words = 'the only place of these words, which are long enough'
  const rows = [...builder.project.excerpts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const excerpts = rows.map((excerpt, number) => {
    const isHard = number < rows.length - 1
    const exact = isHard ? `${'a'.repeat(3000)}b` : words
    const context = isHard ? {} : { prefix: 'Here is ', suffix: '.' }
    return [
      excerpt.id,
      { ...excerpt, exact, ...context, start: 20, end: 20 + exact.length, anchor: 'moved' as const },
    ] as const
  })
  const path = join(await temporaryFolder(), 'p.json')
  await writeFile(path, fileText({ ...builder.project, excerpts: new Map(excerpts) }))
  return { path, last: rows.at(-1)!.id }
}

test('passages for which there is no time at opening are searched for afterwards, and this is said', async () => {
  const { path, last } = await manyLost()
  const store = await ProjectStore.open(path)
  onTestFinished(() => store.close())
  expect(store.messages).toEqual([expect.stringMatching(/searching for all of them takes a while/)])
  const anchor = () => store.project.excerpts.get(last)!.anchor
  expect(anchor()).toBe('lost')
  await store.searchFurther()
  expect(anchor()).toBe('moved')
  expect(store.feed.since(0)).toHaveLength(1)
})

test('the search ends with the project', async () => {
  const { path, last } = await manyLost()
  const store = await ProjectStore.open(path)
  const search = store.searchFurther()
  await store.close()
  await search
  expect(store.project.excerpts.get(last)!.anchor).toBe('lost')
})
