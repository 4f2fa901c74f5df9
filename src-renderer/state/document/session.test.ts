import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from '#api/client'
import type { OpenedProject } from '#api/endpoints/opened'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { commandSequence } from '#domain/testing/command-sequence'
import { sampleProject } from '#domain/testing/sample'
import { Session } from './session.svelte'

/** A project as the host hands it over, and the patches that the host is sent. */
function opened(document: string, readOnly: OpenedProject['readOnly'] = null) {
  const sent: { revision: number }[] = []
  const call = (name: string, input: { revision: number }) => {
    if (name === 'project.patch') sent.push(input)
    return Promise.resolve({ revision: input.revision + 1 })
  }
  const answer = { key: 'key', path: '/project.json', document, readOnly, messages: [] }
  return { session: new Session(answer as unknown as OpenedProject, { call } as unknown as Client), sent }
}

test('a change is in the project, in the undo history with its label, and is sent to the host', async () => {
  const { session, sent } = opened(save(new Builder().project))
  const result = session.run('claim.add', { text: 'It was hedging.' })
  const [claim] = session.project.claims.values()
  expect(claim).toMatchObject({ text: 'It was hedging.' })
  expect(result).toMatchObject({ done: true, made: [{ table: 'claims', id: claim!.id }] })
  expect(session.undoLabel).toBe('add claim')
  expect(await session.saver.flush()).toBe(true)
  expect(sent).toHaveLength(1)
})

test('each patch is based on the last revision from the host', async () => {
  const { session, sent } = opened(save(new Builder().project))
  for (const text of ['One', 'Two', 'Three']) {
    session.run('claim.add', { text })
    await session.saver.flush()
  }
  const [first] = sent
  expect(sent.map(({ revision }) => revision - first!.revision)).toEqual([0, 1, 2])
})

test('P11 a refused command changes nothing, adds no undo entry and is not sent', async () => {
  const { session, sent } = opened(save(new Builder().project))
  const before = session.project
  expect(session.run('claim.note', { claim: 'gone', note: 'x' })).toMatchObject({ done: false })
  expect(session.project).toBe(before)
  expect(session.undoLabel).toBeUndefined()
  await session.saver.flush()
  expect(sent).toEqual([])
})

test('a command without effect adds no undo entry', () => {
  const builder = new Builder()
  const claim = builder.claim('It was hedging.')
  const { session } = opened(save(builder.project))
  expect(session.run('claim.reword', { claim, text: 'It was hedging.' })).toMatchObject({ done: true })
  expect(session.undoLabel).toBeUndefined()
})

test('P1 undoing everything gives the first bytes again, and redoing it the last', () => {
  const first = save(sampleProject())
  fc.assert(
    fc.property(commandSequence(15), (steps) => {
      const { session } = opened(first)
      for (const { name, input } of steps) session.run(name, input(session.project) as never)
      const last = save(session.project)
      while (session.undo() !== undefined);
      expect(save(session.project)).toBe(first)
      while (session.redo() !== undefined);
      expect(save(session.project)).toBe(last)
      session.saver.stop()
    }),
    { numRuns: 25 },
  )
})

test('with nothing to undo or redo, no label is returned', () => {
  const { session } = opened(save(new Builder().project))
  expect([session.undo(), session.redo()]).toEqual([undefined, undefined])
})

test('a copy of another program’s version is told once, whether an answer or the news says so first', () => {
  const { session } = opened(save(new Builder().project))
  const told: string[] = []
  session.onSetAside = (path) => void told.push(path)
  for (const path of ['/one.json', '/two.json', '/one.json']) session.hearOfCopy(path)
  expect(told).toEqual(['/one.json', '/two.json'])
})
