import { expect, it } from 'vitest'
import { systemFontsWith } from './system-fonts'

it('searches for no system font if none is needed', () => {
  expect(systemFontsWith([])).toEqual([])
})
