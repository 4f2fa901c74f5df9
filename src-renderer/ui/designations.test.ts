import fc from 'fast-check'
import { expect, test } from 'vitest'
import { designationsIn } from './designations'

test('a designation is a part of its own', () => {
  expect(designationsIn('The S-400 and F-35, not mid-2019.')).toEqual([
    { text: 'The ', isWhole: false },
    { text: 'S-400', isWhole: true },
    { text: ' and ', isWhole: false },
    { text: 'F-35', isWhole: true },
    { text: ', not mid-2019.', isWhole: false },
  ])
})

test('the parts of any text give the text again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('S-400', 'F-35', ' ', '-', '-9', 'Su', 'ä'), { maxLength: 12 }),
      (words) => {
        const text = words.join('')
        expect(
          designationsIn(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
