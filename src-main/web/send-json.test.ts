import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAnswer, LONG, PARTED } from '#api/parted-answer'
import { piecesOf, sendJson } from './send-json'

test('JSON sent in pieces arrives unchanged, whatever its characters', () => {
  const Text = fc.array(fc.constantFrom('a', 'é', '土', '🧭', '\u0000', '"')).map((each) => each.join(''))
  fc.assert(
    fc.property(Text, fc.integer({ min: 1, max: 9 }), (text, size) => {
      const pieces = [...piecesOf(text, size)]
      expect(Buffer.concat(pieces).toString('utf8')).toBe(text)
      for (const piece of pieces) expect(piece.toString('utf8').length).toBeLessThanOrEqual(size + 1)
    }),
  )
})

test('a long text follows the JSON for a client that reads that, and is in it for any other', async () => {
  const answer = { ok: true, value: { key: 'k', document: '"土🧭\n'.repeat(LONG) } } as const
  const server = createServer((request, response) => sendJson(response, 200, answer, request.headers.accept))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const parted = await fetch(url, { headers: { accept: PARTED } })
  expect(parted.headers.get('content-type')).toContain(PARTED)
  expect(joinAnswer(await parted.text())).toEqual(answer)
  expect(await (await fetch(url)).json()).toEqual(answer)
  server.close()
})
