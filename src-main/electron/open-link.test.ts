import { expect, test, vi } from 'vitest'
import { openLink } from './open-link'

const opener = (answer: boolean) => ({ ask: vi.fn(async () => answer), open: vi.fn(async () => undefined) })

test('an address is opened once the user has seen where it leads and said yes', async () => {
  const { ask, open } = opener(true)
  expect(await openLink(' https://Example.com/a?b ', { ask, open })).toBe(true)
  expect(ask.mock.calls).toEqual([['Open example.com outside Counterpoint?', 'https://Example.com/a?b']])
  expect(open.mock.calls).toEqual([['https://Example.com/a?b']])
})

test('an address that the user does not want is not opened', async () => {
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
])('P11 “%s” is refused in words before anybody is asked', async (address) => {
  const { ask, open } = opener(true)
  await expect(openLink(address, { ask, open })).rejects.toThrow(/was not opened\. .* Copy it/)
  expect(ask).not.toHaveBeenCalled()
  expect(open).not.toHaveBeenCalled()
})
