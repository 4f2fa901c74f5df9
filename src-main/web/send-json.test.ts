import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { LONG, PARTED } from '#api/parted-answer'
import { sendJson } from './send-json'

test('the bytes of a text follow the JSON for a client that reads that, and their text is in it for any other', async () => {
  const text = '"土🧭\n'.repeat(LONG)
  const answer = { ok: true, value: { key: 'k', document: text } } as const
  const given = { ok: true, value: { key: 'k', document: Buffer.from(text) } } as const
  const server = createServer((request, response) => sendJson(response, 200, given, request.headers.accept))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const parted = await fetch(url, { headers: { accept: PARTED } })
  expect(parted.headers.get('content-type')).toContain(PARTED)
  const head = JSON.stringify({
    answer: { ok: true, value: { key: 'k', document: '' } },
    parts: [{ field: 'document', length: Buffer.byteLength(text) }],
  })
  expect(await parted.text()).toBe(`${head}\n${text}`)
  expect(await (await fetch(url)).json()).toEqual(answer)
  server.close()
})
