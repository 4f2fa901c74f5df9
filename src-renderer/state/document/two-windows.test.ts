import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Client } from '#api/client'
import type { OpenedProject } from '#api/endpoints/opened'
import { ContractError } from '#api/errors'
import { CheckedProject } from '#domain/document/checked-project'
import type { Patch } from '#domain/document/patch'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { commandSequence } from '#domain/testing/command-sequence'
import { sampleProject } from '#domain/testing/sample'
import type { Project } from '#domain/document/project'
import { Session, type Lost } from './session.svelte'

/** A request that waits for its turn. */
interface Waiting {
  readonly run: () => void
}

/**
 * The host in memory, for several windows: it keeps what `ProjectStore` keeps, and answers each request only when its
 * turn comes. `loses` says whether an answer is lost on its way back.
 */
class HostInMemory {
  readonly #project: CheckedProject
  readonly accepted: { revision: number; id: string; patch: Patch }[] = []
  readonly requests: Waiting[] = []
  readonly #last = new Map<string, { id: string; answer: object }>()
  readonly #sessions: Session[] = []
  /** The revisions before this one are forgotten. */
  forgotten = 0
  loses = () => false

  constructor(first: Project) {
    this.#project = new CheckedProject(first)
  }

  get document(): string {
    return save(this.#project.project())
  }

  /** Opens the project in another window. `lost` has the changes that could not be kept. */
  open(key: string) {
    const call = (name: string, input: unknown) =>
      new Promise((done, failed) => {
        const run = () => {
          try {
            const answer = this.#answer(key, name, input as never)
            if (this.loses()) failed(new ContractError('not-saved', 'the answer was lost'))
            else done(structuredClone(answer))
          } catch (error) {
            failed(error as Error)
          }
        }
        this.requests.push({ run })
      })
    const opened = { key, path: '/project.json', document: this.document, readOnly: null, messages: [] }
    const session = new Session(opened as unknown as OpenedProject, { call } as unknown as Client)
    const lost: Lost[] = []
    session.onLost = (each) => void lost.push(each)
    this.#sessions.push(session)
    return { session, lost }
  }

  /** Tells all windows the revision. */
  tell(): void {
    for (const session of this.#sessions) session.hear(this.#project.about.revision)
  }

  #answer(page: string, name: string, input: { id: string; revision: number; patch: Patch; since: number }) {
    const { revision: at } = this.#project.about
    switch (name) {
      case 'project.patch': {
        const { id, revision, patch } = structuredClone(input)
        const last = this.#last.get(page)
        if (last?.id === id) return last.answer
        if (revision !== at) throw new ContractError('conflict', 'changed in another window')
        const next = { revision: at + 1, modified: '2026-01-01T00:00:00Z' }
        const accepted = this.#project.accept(patch, next)
        if (!('undo' in accepted)) throw new ContractError('bad-request', JSON.stringify(accepted))
        this.accepted.push({ revision: at + 1, id, patch })
        const answer = { ...next, setAside: null, problem: null }
        this.#last.set(page, { id, answer })
        return answer
      }
      case 'project.changes':
        return input.since === null || input.since < this.forgotten
          ? { kind: 'document', document: this.document, accepted: this.#last.get(page)?.id ?? null }
          : { kind: 'changes', changes: this.accepted.filter(({ revision }) => revision > input.since) }
      default:
        return { problem: null }
    }
  }
}

/** Answers requests in any order until there are none, and tells the windows. */
async function quiet(host: HostInMemory, sessions: readonly Session[], order: () => number): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds++) {
    host.tell()
    for (const { saver } of sessions) void saver.flush()
    for (let idle = 0; idle < 3; idle++) {
      await new Promise((done) => setTimeout(done))
      const [next] = host.requests.splice(order() % (host.requests.length || 1), 1)
      if (next) idle = 0
      next?.run()
    }
    const isDone = sessions.every(({ saver, project }) => {
      return (
        saver.waiting.length === 0 &&
        saver.state.kind === 'saved' &&
        body(save(project)) === body(host.document)
      )
    })
    if (isDone) return
  }
  throw new Error('the windows do not come to rest')
}

/** A project's text without what the host alone keeps up to date in its file. */
const body = (document: string) => document.replace(/"(revision|modified)": [^,]*,\n/g, '')

function twoWindows(first: Project) {
  const host = new HostInMemory(first)
  const [one, two] = [host.open('one'), host.open('two')]
  const settle = () => quiet(host, [one.session, two.session], () => 0)
  return { host, one, two, settle }
}

describe('one project in two windows', () => {
  const builder = new Builder()
  const claim = builder.claim('It was hedging.')

  test('each shows the changes of the other', async () => {
    const { host, one, two, settle } = twoWindows(builder.project)
    one.session.run('claim.add', { text: 'Written in the first' })
    two.session.run('claim.add', { text: 'Written in the second' })
    await settle()
    for (const { session } of [one, two]) {
      const texts = [...session.project.claims.values()].map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(['Written in the first', 'Written in the second']))
    }
    expect(host.accepted.map(({ revision }) => revision - host.accepted[0]!.revision)).toEqual([0, 1])
    expect([one.lost, two.lost]).toEqual([[], []])
  })

  test('Undo takes back the change of its own window, and leaves the other’s', async () => {
    const { one, two, settle } = twoWindows(builder.project)
    one.session.run('claim.reword', { claim, text: 'It was a bribe.' })
    await settle()
    two.session.run('claim.note', { claim, note: 'Who paid?' })
    await settle()
    expect(two.session.undoLabel).toBe('edit note')
    expect(one.session.undo()).toMatchObject({ label: 'edit wording' })
    expect(one.session.project.claims.get(claim)).toMatchObject({
      text: 'It was hedging.',
      note: 'Who paid?',
    })
    await settle()
    one.session.redo()
    await settle()
    expect(two.session.project.claims.get(claim)).toMatchObject({
      text: 'It was a bribe.',
      note: 'Who paid?',
    })
  })

  test('Undo of what another window has changed since does nothing, and goes on with the entry before', async () => {
    const { one, two, settle } = twoWindows(builder.project)
    one.session.run('claim.note', { claim, note: 'Noted first' })
    one.session.run('claim.reword', { claim, text: 'Reworded here' })
    await settle()
    two.session.run('claim.reword', { claim, text: 'Reworded there' })
    await settle()
    expect(one.session.undo()).toEqual({ label: 'edit wording', patch: undefined })
    expect(one.session.project.claims.get(claim)?.text).toBe('Reworded there')
    expect(one.session.redoLabel).toBeUndefined()
    expect(one.session.undo()).toMatchObject({ label: 'edit note' })
    expect(one.session.project.claims.get(claim)).toMatchObject({ text: 'Reworded there', note: '' })
  })

  test('a claim with a passage from another window is not deleted by Undo', async () => {
    const { one, two, settle } = twoWindows(builder.project)
    const added = one.session.run('claim.add', { text: 'New' })
    const id = added.done ? added.made[0]!.id : ''
    await settle()
    two.session.run('relation.add', { kind: 'support', premises: [id], targetType: 'claim', target: claim })
    await settle()
    expect(one.session.undo()?.patch).toBeUndefined()
    expect(one.session.project.claims.has(id)).toBe(true)
  })

  test('typing before and after a change from elsewhere are two entries', async () => {
    const { one, two, settle } = twoWindows(builder.project)
    one.session.run('claim.reword', { claim, text: 'It was hedging' })
    await settle()
    two.session.run('claim.note', { claim, note: 'From elsewhere' })
    await settle()
    one.session.run('claim.reword', { claim, text: 'It was hedging!' })
    one.session.undo()
    one.session.undo()
    expect(one.session.project.claims.get(claim)).toMatchObject({
      text: 'It was hedging.',
      note: 'From elsewhere',
    })
  })

  test('a change that no longer applies is handed over with the project as it was', async () => {
    const { one, two, settle } = twoWindows(builder.project)
    two.session.run('claim.remove', { claims: [claim] })
    one.session.run('claim.note', { claim, note: 'Half a page' })
    await settle()
    const lost = [...one.lost, ...two.lost]
    expect(lost).toHaveLength(1)
    const writer = one.lost.length > 0 ? one : two
    expect(writer.lost[0]!.project).not.toEqual(writer.session.project)
    expect(save(one.session.project)).toBe(save(two.session.project))
  })

  test('a window that fell behind takes the whole project, and keeps its own changes', async () => {
    const { host, one, two, settle } = twoWindows(builder.project)
    two.session.run('claim.add', { text: 'Not sent yet' })
    one.session.run('claim.add', { text: 'Missed' })
    host.forgotten = Infinity
    await settle()
    for (const { session } of [one, two]) {
      const texts = [...session.project.claims.values()].map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(['Not sent yet', 'Missed']))
    }
  })
})

test('whatever two windows do, they and the disk end the same, and no accepted change is lost', async () => {
  const first = sampleProject()
  const turn = fc.record({ window: fc.nat({ max: 1 }), how: fc.nat({ max: 9 }), next: fc.nat({ max: 3 }) })
  await fc.assert(
    fc.asyncProperty(
      commandSequence(14),
      fc.array(turn, { minLength: 14, maxLength: 14 }),
      fc.array(fc.nat({ max: 5 }), { minLength: 7, maxLength: 7 }),
      async (steps, turns, orders) => {
        const { host, one, two } = twoWindows(first)
        const sessions = [one.session, two.session]
        let at = 0
        const order = () => orders[at++ % orders.length]!
        host.loses = () => order() === 5
        for (const [index, { name, input }] of steps.entries()) {
          const { window, how, next } = turns[index]!
          const session = sessions[window]!
          if (how === 0) session.undo()
          else if (how === 1) session.redo()
          else session.run(name, input(session.project) as never)
          host.forgotten = how === 2 ? Infinity : 0
          for (let count = 0; count < next; count++) {
            await new Promise((done) => setTimeout(done))
            host.requests.splice(order() % (host.requests.length || 1), 1)[0]?.run()
          }
          if (how > 6) host.tell()
        }
        host.loses = () => false
        await quiet(host, sessions, order)
        const replayed = new CheckedProject(first)
        for (const { patch, revision } of host.accepted)
          expect(replayed.accept(patch, { revision, modified: '2026-01-01T00:00:00Z' })).toHaveProperty(
            'undo',
          )
        expect(body(save(replayed.project()))).toBe(body(host.document))
        for (const session of sessions) {
          expect(body(save(session.project))).toBe(body(host.document))
          session.saver.stop()
        }
      },
    ),
    { numRuns: 20 },
  )
}, 120_000)
