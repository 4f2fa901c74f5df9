import { expect, test } from 'vitest'
import { decodeUtf8 } from './decode-project'

test('text that is longer than the longest string is too large, and bytes of another encoding are not text', () => {
  const bytes = Buffer.alloc(540_000_000, ' ')
  expect(() => decodeUtf8(bytes)).toThrow(
    'The file is larger than Counterpoint can save: more than 200 million characters.',
  )
  bytes[1] = 0xff
  expect(() => decodeUtf8(bytes)).toThrow('it is not text')
})
