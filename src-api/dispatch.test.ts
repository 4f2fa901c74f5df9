import { expect, test } from 'vitest'
import { createClient } from './client'
import { dispatch, type Methods } from './dispatch'
import { ENDPOINTS, type EndpointName } from './endpoints'
import { ContractError, ERROR_CODES } from './errors'

/** A host with a method for one endpoint. */
function answering(name: EndpointName, method: (input: never) => unknown) {
  const reported: unknown[] = []
  const methods = { [name]: async (input: never) => method(input) } as unknown as Methods
  const send = (endpoint: string, input: unknown) =>
    dispatch(methods, endpoint, input, (error) => reported.push(error))
  return { send, reported }
}

const refusal = (code: string, words: RegExp) => ({
  ok: false,
  error: { code, message: expect.stringMatching(words) as string },
})

const unreached = () => {
  throw new Error('the method was reached')
}

test('P8 the method gets the parsed input, and its output is parsed too', async () => {
  const seen: unknown[] = []
  const { send } = answering('project.close', (input) => (seen.push(input), { extra: 'stays here' }))
  expect(await send('project.close', { key: 'a', extra: 1 })).toEqual({ ok: true, value: {} })
  expect(seen).toEqual([{ key: 'a' }])
})

test.each(['project.destroy', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'P8 a request of the name “%s” is refused',
  async (name) => {
    const { send, reported } = answering('project.close', unreached)
    expect(await send(name, {})).toEqual(refusal('bad-request', /no such request. Nothing was changed/))
    expect(reported).toEqual([])
  },
)

test.each([
  ['nothing', undefined, 'the request'],
  ['null', null, 'the request'],
  ['a word', 'key', 'the request'],
  ['no key', {}, 'key'],
  ['a key of another kind', { key: { $ne: '' } }, 'key'],
  ['an empty key', { key: '' }, 'key'],
  ['a key that is only inherited', JSON.parse('{"__proto__": {"key": "a"}}') as unknown, 'key'],
])(
  'P8 P11 invalid input is refused with a message before the method is called: %s',
  async (_case, input, where) => {
    const { send } = answering('project.close', unreached)
    expect(await send('project.close', input)).toEqual(
      refusal('bad-request', new RegExp(`refused: ${where} is not valid`)),
    )
  },
)

test.each([
  { table: 'claims', id: 'x', from: null, to: { id: 'x' } },
  { table: '__proto__', id: 'x', from: null, to: null },
  null,
  7,
])('P8 an invalid patch is refused: %j', async (change) => {
  const { send } = answering('project.patch', unreached)
  expect(await send('project.patch', { key: 'a', revision: 0, patch: [change] })).toMatchObject({ ok: false })
})

test('P8 invalid output is reported and not sent', async () => {
  const { send, reported } = answering('dialog.chooseProject', () => ({ path: '' }))
  expect(await send('dialog.chooseProject', {})).toEqual(
    refusal('internal', /Something in Counterpoint failed/),
  )
  expect(reported).toHaveLength(1)
})

test.each(ERROR_CODES)('P11 a refusal of the method is sent with its code and message: %s', async (code) => {
  const { send, reported } = answering('project.close', () => {
    throw new ContractError(code, 'What happened.')
  })
  expect(await send('project.close', { key: 'a' })).toEqual({
    ok: false,
    error: { code, message: 'What happened.' },
  })
  expect(reported).toEqual([])
})

test('P11 an unexpected error is reported, and the user gets a safe message', async () => {
  const error = new TypeError('/home/somebody/secret is undefined')
  const { send, reported } = answering('project.close', () => {
    throw error
  })
  const answer = await send('project.close', { key: 'a' })
  expect(answer).toEqual(refusal('internal', /Saved work is safe/))
  expect(JSON.stringify(answer)).not.toContain('secret')
  expect(reported).toEqual([error])
})

test('a host without the method answers too', async () => {
  const { send, reported } = answering('project.close', unreached)
  expect(await send('app.start', {})).toEqual(refusal('internal', /failed/))
  expect(reported).toHaveLength(1)
})

test('every request without input accepts an empty object and no list', async () => {
  for (const name of ['app.start', 'project.openSample', 'dialog.chooseProject'] as const) {
    const { send } = answering(name, unreached)
    expect(await send(name, 'x')).toMatchObject({ error: { code: 'bad-request' } })
    expect(Object.hasOwn(ENDPOINTS, name)).toBe(true)
  }
})

test('the client returns the value, or throws the refusal with its code and message', async () => {
  const good = createClient(answering('project.close', () => ({})).send)
  expect(await good.call('project.close', { key: 'a' })).toEqual({})
  const bad = createClient(
    answering('project.close', () => {
      throw new ContractError('locked', 'It is open elsewhere.')
    }).send,
  )
  await expect(bad.call('project.close', { key: 'a' })).rejects.toEqual(
    new ContractError('locked', 'It is open elsewhere.'),
  )
  await expect(bad.call('project.close', { key: 'a' })).rejects.toMatchObject({ code: 'locked' })
})

test('P8 the client rejects an answer that is not in the contract', async () => {
  const client = createClient(async () => ({ ok: true, value: { path: 7 } }))
  await expect(client.call('dialog.chooseProject', {})).rejects.toThrow()
})

test('a file of twenty megabytes reaches the host complete', async () => {
  const base64 = 'QUJD'.repeat(7_000_000)
  let arrived = 0
  const read = async ({ base64: got }: { base64: string }) => {
    arrived = got.length
    return { kind: 'project', file: '' } as const
  }
  const answer = await dispatch(
    { 'import.read': read } as unknown as Methods,
    'import.read',
    { fileName: 'a.txt', base64 },
    () => undefined,
  )
  expect(answer).toMatchObject({ ok: true })
  expect(arrived).toBe(base64.length)
})
