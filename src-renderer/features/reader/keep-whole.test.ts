// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { keepWhole } from './keep-whole'

function kept(text: string) {
  const block = document.createElement('p')
  block.append(text)
  keepWhole(block)
  expect(block.textContent).toBe(text)
  return [...block.querySelectorAll('.designation')].map(({ textContent }) => textContent)
}

test('a designation is kept on one line, another word with a hyphen is not', () => {
  expect(kept('The S-400 and F-35, not PAC-3 or Su-57M, well-known in mid-2019, ABC-1-2.')).toEqual([
    'S-400',
    'F-35',
    'PAC-3',
    'Su-57M',
  ])
  expect(kept('S-400')).toEqual(['S-400'])
  expect(kept('No designation.')).toEqual([])
})
