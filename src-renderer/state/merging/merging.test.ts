import { expect, test } from 'vitest'
import type { Client } from '#api/client'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
import { workedApart } from '#domain/testing/two-copies'
import { Session } from '../document/session.svelte'
import { Merging } from './merging.svelte'
import { versionIn } from './version-merge'

const base = new Builder('Why?', testEnv('base'))
const claims = Array.from({ length: 20 }, (_none, at) => base.claim(`Claim ${at}`))

/** Two versions of a project of twenty claims, of which theirs lacks some. */
const apart = (removed: number) =>
  workedApart(
    base.project,
    (mine) => mine.run('claim.reword', { claim: claims[18]!, text: 'Mine' }),
    (theirs) => {
      theirs.run('claim.reword', { claim: claims[19]!, text: 'Theirs' })
      if (removed > 0) theirs.run('claim.remove', { claims: claims.slice(0, removed) })
    },
  )

/** Merges `theirs` into the open project, whose history has `known`; the user chooses files with these texts, one by one. */
function merging(mine: Project, theirs: Project, known: Project | null, ...chosen: string[]) {
  const client = {
    call: async (name: string) => {
      await Promise.resolve()
      if (name === 'history.common') return { document: known && save(known) }
      if (name === 'import.read') return { kind: 'project', file: chosen.shift() }
      return { revision: 1 }
    },
  } as unknown as Client
  const files = [{ fileName: 'before.json', size: 1, content: { fileKey: 'before' } }]
  const state = new Merging({ client, chooseImports: () => Promise.resolve({ files, refused: [] }) })
  const session = new Session(
    { key: 'key', path: '/p.json', document: save(mine), readOnly: null } as never,
    client,
  )
  return { state, prepared: state.prepare(session, versionIn(mine, save(theirs))!, 'theirs.json') }
}

test('a version whose common state is known is merged without a question', async () => {
  const { mine, theirs } = apart(0)
  const { state, prepared } = merging(mine, theirs, base.project)
  expect((await prepared)?.input.base).toBe(save(base.project))
  expect(state.question).toBeUndefined()
})

test('without a common state, the user chooses its file; one that fits neither version is refused', async () => {
  const { mine, theirs } = apart(0)
  const other = new Builder('Other', testEnv('other'))
  other.claim('Elsewhere')
  const { state, prepared } = merging(
    mine,
    theirs,
    null,
    save(other.project),
    'no project',
    save(base.project),
  )
  await expect.poll(() => state.question?.fileName).toBe('theirs.json')
  await state.chooseBase()
  expect(state.question?.problem).toMatch(/“before.json” shares nothing with the two versions/)
  await state.chooseBase()
  expect(state.question?.problem).toBe('“before.json” is not a project.')
  await state.chooseBase()
  expect((await prepared)?.sentence).toBe('Changed records in the other version: 1. Of these, 1 came in.')
  expect(state.question).toBeUndefined()
})

test('without a common state, the user can merge without it, or not at all', async () => {
  const { mine, theirs } = apart(0)
  const first = merging(mine, theirs, null)
  await expect.poll(() => first.state.question).toBeDefined()
  first.state.answer('merge')
  const merge = await first.prepared
  expect([merge?.input.base, merge?.sentence]).toEqual([
    null,
    expect.stringMatching(/^This is a two-way merge/),
  ])
  const second = merging(mine, theirs, null)
  await expect.poll(() => second.state.question).toBeDefined()
  second.state.answer('cancel')
  expect(await second.prepared).toBeUndefined()
})

test('the user is asked whether many missing records were removed, also with a chosen common state', async () => {
  const { mine, theirs } = apart(12)
  for (const [answer, removed] of [
    ['keep', 0],
    ['merge', 12],
  ] as const) {
    const { state, prepared } = merging(mine, theirs, null, save(base.project))
    await expect.poll(() => state.question).toBeDefined()
    await state.chooseBase()
    expect(state.question?.base?.missing).toEqual({ count: 12, of: 20 })
    state.answer(answer)
    const merge = await prepared
    expect(merge?.input.keepMissing).toBe(answer === 'keep')
    expect(merge?.sentence).toContain(`Changed records in the other version: ${1 + removed}.`)
  }
})
