import { expect, it } from 'vitest'
import { systemFontsWith } from './system-fonts'

it('looks for no typeface of the computer when none is wanted', () => {
  expect(systemFontsWith([])).toEqual([])
})
