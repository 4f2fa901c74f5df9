import { beforeEach, expect, test, vi } from 'vitest'
import { ContractError } from '#api/errors'
import { load } from '#domain/document/load'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { readAgain } from './file-recovery'
import { workspaceOf } from './testing/workspace'

/** Node has no FileReader. */
class ReaderOfBlobs {
  result = ''
  onload: () => void = () => undefined
  readAsDataURL(blob: Blob): void {
    void blob.arrayBuffer().then((bytes) => {
      this.result = `data:,${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`
      this.onload()
    })
  }
}

beforeEach(() => {
  vi.stubGlobal('FileReader', ReaderOfBlobs)
  return () => vi.unstubAllGlobals()
})

type Answer = (name: string, input: { readonly base64?: string }) => object

/** A window whose host answers as `answer` says, with a claim that was not saved. */
async function unsaved(answer: Answer) {
  const builder = new Builder()
  const file = save(builder.project)
  const asked: string[] = []
  const { workspace } = workspaceOf(builder)
  Object.assign(workspace.platform, {
    client: {
      call: (name: string, input: { readonly base64?: string }) => {
        asked.push(name)
        return new Promise((done) => done(answer(name, input)))
      },
    },
    noteOpen: () => undefined,
  })
  const opened = (more: object = {}) => ({
    ...{ key: 'new', path: '/project.json', document: file, messages: [], readOnly: null, unwritable: null },
    ...{ otherVersion: null, ...more },
  })
  const first = workspace.projects.replace(opened({ key: 'old' }))
  first.run('claim.add', { text: 'Only in this window', category: 'judgement' })
  expect(await first.saver.flush()).toBe(false)
  asked.length = 0
  const texts = () => [...workspace.session!.project.claims.values()].map(({ text }) => text)
  return { workspace, first, opened, asked, texts }
}

const refuse = (code: 'not-found' | 'bad-request') => {
  throw new ContractError(code, 'it does not go')
}

test('reading the file again keeps the window as it is if the file cannot be opened', async () => {
  const { workspace, first, texts } = await unsaved((_name) => refuse('not-found'))
  await readAgain(workspace)
  expect(workspace.session).toBe(first)
  expect([texts(), first.saver.waiting.length]).toEqual([['Only in this window'], 1])
})

test('reading the file again applies what was not saved, and saves it', async () => {
  const host: { answer: Answer } = { answer: () => refuse('not-found') }
  const { workspace, first, asked, texts, opened } = await unsaved((...call) => host.answer(...call))
  const saved = { revision: 1, modified: '', setAside: null, problem: null }
  host.answer = (name) => (name === 'project.open' ? opened() : saved)
  await readAgain(workspace)
  expect(workspace.session).not.toBe(first)
  expect(texts()).toEqual(['Only in this window'])
  expect(await workspace.session!.saver.flush()).toBe(true)
  expect(asked.sort()).toEqual(['project.close', 'project.open', 'project.patch'])
})

test('changes that the host refuses are kept in a project of their own, and that is said', async () => {
  const host: { answer: Answer } = { answer: () => refuse('bad-request') }
  const { workspace, texts, opened } = await unsaved((...call) => host.answer(...call))
  let copied = ''
  host.answer = (name, { base64 }) => {
    if (name !== 'project.openCopy') return opened()
    copied = new TextDecoder().decode(Uint8Array.from(atob(base64!), (each) => each.charCodeAt(0)))
    return { key: 'copy', path: '/data/Copy.json' }
  }
  await readAgain(workspace)
  expect(texts()).toEqual([])
  const loaded = load(copied)
  expect(loaded.ok && [...loaded.project.claims.values()].map(({ text }) => text)).toEqual([
    'Only in this window',
  ])
  expect(workspace.notices.list.map(({ text }) => text)).toEqual([
    expect.stringContaining('is kept as “/data/Copy.json”'),
  ])
})
