import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ContractError } from '#api/errors'
import type { Patch } from '#domain/document/patch'
import { Saver } from './saver.svelte'

// A small limit for tests.
vi.mock('#api/limits', () => ({ PATCH_PIECE: 1000 }))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

let next = 0

/** A patch that adds a map with this name, so that patches can be told apart. */
function patch(name: string): Patch {
  const id = `m${next++}`
  return [
    {
      table: 'maps',
      id,
      from: null,
      to: { id, name, created: '2026-01-01T00:00:00Z', steps: [], caveat: '' },
    },
  ]
}

const namesIn = (sent: Patch) => sent.map((change) => (change.to as { name: string }).name)

/** A host that records requests and fails as often as told. */
function host(failures: readonly (() => Error)[] = []) {
  const requests: { id: string; names: string[] }[] = []
  const left = [...failures]
  let looks = 0
  let caught = 0
  /** What `catchUp` finds: the patches that still apply, or none if there were no changes. */
  const theirs: (readonly Patch[])[] = []
  const answer = () => {
    const failure = left.shift()
    return failure ? Promise.reject(failure()) : Promise.resolve()
  }
  const saver = new Saver(
    (id, sent) => {
      requests.push({ id, names: namesIn(sent) })
      return answer()
    },
    () => {
      looks++
      return answer()
    },
    async () => {
      caught++
      await answer()
      const kept = theirs.shift()
      if (kept) saver.replace(kept)
      return kept !== undefined
    },
  )
  return { saver, requests, theirs, looks: () => looks, caught: () => caught }
}

const full = () => new ContractError('not-saved', 'the disk is full')

test('a change counts as saved only after the host has answered', async () => {
  const { saver, requests } = host()
  saver.add(patch('one'))
  expect(saver.state.kind).toBe('saving')
  expect(await saver.flush()).toBe(true)
  expect(saver.state.kind).toBe('saved')
  expect(requests.map(({ names }) => names)).toEqual([['one']])
})

test('changes of one action are sent together, and so are changes during a request', async () => {
  const { saver, requests } = host()
  for (const name of ['one', 'and']) saver.add(patch(name))
  expect(requests).toEqual([])
  vi.runAllTimers()
  for (const name of ['two', 'three']) saver.add(patch(name))
  await saver.flush()
  expect(requests.map(({ names }) => names)).toEqual([
    ['one', 'and'],
    ['two', 'three'],
  ])
})

test('P11 changes that cannot be saved show why, wait, and are saved later', async () => {
  const { saver, requests } = host([full, full])
  saver.add(patch('one'))
  expect(await saver.flush()).toBe(false)
  expect(saver.state).toEqual({ kind: 'not-saved', reason: 'the disk is full' })
  saver.add(patch('two'))
  await vi.runAllTimersAsync()
  expect(saver.state.kind).toBe('saved')
  expect(requests.flatMap(({ names }) => names)).toEqual(['one', 'one', 'one', 'two'])
})

test('a request whose answer was lost is sent again under the same id, before anything newer', async () => {
  const { saver, requests } = host([() => new ContractError('not-saved', 'the server does not answer')])
  saver.add(patch('one'))
  await saver.flush()
  saver.add(patch('two'))
  await vi.runAllTimersAsync()
  expect(requests.map(({ names }) => names)).toEqual([['one'], ['one'], ['two']])
  expect(requests[1]!.id).toBe(requests[0]!.id)
  expect(requests[2]!.id).not.toBe(requests[0]!.id)
})

const outdated = () => new ContractError('conflict', 'changed in another window')

test('a patch for an outdated revision is sent again on top of the changes of other windows', async () => {
  const { saver, requests, theirs } = host([outdated])
  saver.add(patch('one'))
  saver.add(patch('two'))
  theirs.push([patch('two')])
  expect(await saver.flush()).toBe(true)
  expect(requests.map(({ names }) => names)).toEqual([['one', 'two'], ['two']])
  expect(requests[1]!.id).not.toBe(requests[0]!.id)
})

test('an outdated patch waits if the changes of other windows are not there yet', async () => {
  const { saver, requests } = host([outdated])
  saver.add(patch('one'))
  expect(await saver.flush()).toBe(false)
  expect(saver.state).toEqual({ kind: 'not-saved', reason: 'changed in another window' })
  await vi.runAllTimersAsync()
  expect(saver.state.kind).toBe('saved')
  expect(requests.map(({ names }) => names)).toEqual([['one'], ['one']])
})

test('changes of other windows are taken in after the request in progress and before the next', async () => {
  const { saver, requests, theirs, caught } = host()
  saver.add(patch('one'))
  const saving = saver.flush()
  saver.add(patch('two'))
  theirs.push([patch('adjusted')])
  saver.hear()
  expect(caught()).toBe(0)
  await saving
  expect(requests.map(({ names }) => names)).toEqual([['one'], ['adjusted']])
  expect(caught()).toBe(1)
})

test('if the changes of other windows cannot be had, that is shown and tried again', async () => {
  const { saver, theirs, caught } = host([() => new ContractError('not-saved', 'the server does not answer')])
  saver.hear()
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.state).toEqual({ kind: 'not-saved', reason: 'the server does not answer' })
  theirs.push([])
  await vi.runAllTimersAsync()
  expect([saver.state.kind, caught()]).toEqual(['saved', 2])
})

test('a change that the host refuses is reported and not retried', async () => {
  const { saver, requests } = host([() => new ContractError('bad-request', 'it breaks a rule')])
  saver.add(patch('one'))
  await saver.flush()
  await vi.runAllTimersAsync()
  expect(saver.state).toEqual({ kind: 'stuck', reason: 'it breaks a rule', isRefused: true })
  expect(requests).toHaveLength(1)
})

const vanished = () => new ContractError('vanished', 'the project’s file is no longer there')

test('a vanished file is reported when the status is checked, until it is back', async () => {
  const { saver, requests, looks } = host([vanished, vanished])
  expect(await saver.flush()).toBe(false)
  expect(saver.state).toEqual({ kind: 'vanished', reason: 'the project’s file is no longer there' })
  await vi.runAllTimersAsync()
  expect(saver.state.kind).toBe('saved')
  expect([looks(), requests.length]).toEqual([3, 0])
})

test('changes made while the file has vanished wait, and are saved in order', async () => {
  const { saver, requests, looks } = host([vanished, vanished, vanished])
  saver.add(patch('one'))
  await vi.advanceTimersByTimeAsync(0)
  saver.add(patch('two'))
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.state.kind).toBe('vanished')
  await vi.runAllTimersAsync()
  expect(saver.state.kind).toBe('saved')
  expect(requests.map(({ names }) => names)).toEqual([['one'], ['one'], ['one'], ['one'], ['two']])
  expect(looks()).toBe(0)
})

test('a change during a status check is saved too', async () => {
  const { saver, requests } = host()
  const looking = saver.flush()
  saver.add(patch('one'))
  expect(await looking).toBe(true)
  expect(requests.map(({ names }) => names)).toEqual([['one']])
})

test('changes that are too large for one request are sent in several', async () => {
  const { saver, requests } = host([full])
  const large = (name: string) => patch(name + ' '.repeat(1100))
  saver.add(patch('first'))
  await saver.flush()
  for (const name of ['a', 'b', 'c']) saver.add(large(name))
  await vi.runAllTimersAsync()
  expect(saver.state.kind).toBe('saved')
  const sent = requests.slice(2).map(({ names }) => names.map((name) => name.trim()))
  expect(sent.flat()).toEqual(['a', 'b', 'c'])
  expect(sent.length).toBeGreaterThan(1)
})
