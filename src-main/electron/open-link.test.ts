import { expect, test, vi } from 'vitest'
import { openLink } from './open-link'

const opener = (answer: boolean) => ({ ask: vi.fn(async () => answer), open: vi.fn(async () => undefined) })

test('an address is opened after the user has seen its host and agreed', async () => {
  const { ask, open } = opener(true)
  expect(await openLink(' https://Example.com/a?b ', { ask, open })).toBe(true)
  expect(ask.mock.calls).toEqual([['Open example.com outside Counterpoint?', 'https://Example.com/a?b']])
  expect(open.mock.calls).toEqual([['https://Example.com/a?b']])
})

test('an address is not opened if the user declines', async () => {
  const { ask, open } = opener(false)
  expect(await openLink('https://example.com/', { ask, open })).toBe(false)
  expect(open).not.toHaveBeenCalled()
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://example.com/',
  'https://user@example.com/',
  '',
])('P11 “%s” is refused with a message before the user is asked', async (address) => {
  const { ask, open } = opener(true)
  await expect(openLink(address, { ask, open })).rejects.toThrow(/was not opened\. .* Copy it/)
  expect(ask).not.toHaveBeenCalled()
  expect(open).not.toHaveBeenCalled()
})
