import { expect, test, vi } from 'vitest'
import type { Client } from '#api/client'
import type { Patch } from '#domain/document/patch'
import { REQUEST_LIMIT, sendPatch } from './send-patch'

// A small limit for tests.
vi.mock('#api/limits', () => ({ PATCH_PIECE: 1000 }))

const parcel = { key: 'k', id: 'p', revision: 3 }

/** A patch that adds a map with this name. */
const patchOf = (name: string): Patch => [
  {
    table: 'maps',
    id: 'm',
    from: null,
    to: { id: 'm', name, created: '2026-01-01T00:00:00Z', steps: [], caveat: '' },
  },
]

/** A host that records requests. */
function host() {
  const asked: { name: string; input: Record<string, unknown> }[] = []
  const answer = { revision: 4, modified: '', setAside: null, problem: null }
  const call = (name: string, input: unknown) => {
    asked.push({ name, input: input as Record<string, unknown> })
    return Promise.resolve(answer)
  }
  return { client: { call } as unknown as Client, asked, answer }
}

test('a patch is sent in one request', async () => {
  const { client, asked, answer } = host()
  expect(await sendPatch(client, parcel, patchOf('One'))).toEqual(answer)
  expect(asked).toEqual([{ name: 'project.patch', input: { ...parcel, patch: patchOf('One') } }])
})

test('a patch that is too large for a request is sent in pieces and then applied', async () => {
  const { client, asked, answer } = host()
  const patch = patchOf('🧭'.repeat(REQUEST_LIMIT / 2 + 1))
  expect(await sendPatch(client, parcel, patch)).toEqual(answer)
  const parts = asked.slice(0, -1)
  let text = ''
  for (const { name, input } of parts) {
    expect(name).toBe('project.patchPart')
    expect(input).toMatchObject({ key: 'k', id: 'p', at: text.length })
    text += input['text'] as string
  }
  expect(parts).toHaveLength(3)
  expect(text === JSON.stringify(patch)).toBe(true)
  expect(asked.at(-1)).toEqual({ name: 'project.patchSent', input: { ...parcel, length: text.length } })
})
