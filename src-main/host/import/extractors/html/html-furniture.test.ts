import { expect, test } from 'vitest'
import type { Draft } from '#domain/formats/import/joined'
import { withFurniture } from './html-furniture'

test('a page of two hundred thousand paragraphs is compared with its article', () => {
  const whole = Array.from({ length: 200_000 }, (_, at): Draft => ({ role: 'paragraph', text: `No. ${at}` }))
  expect(withFurniture(whole, whole)).toEqual({ drafts: whole, left: 0 })
  expect(withFurniture(whole.slice(1), whole).drafts[0]).toMatchObject({ role: 'furniture', text: 'No. 0' })
})
