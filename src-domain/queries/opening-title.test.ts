import { expect, it } from 'vitest'
import { readText } from '../formats/import/text'
import { isOpeningTitle } from './opening-title'

const BODY =
  'The harbour was lost in one night, and it took a decade for the city to notice what had happened to it.'

it('an article whose title is only its opening words is one to ask a title for', () => {
  const asks = (text: string, fileName: string) => {
    const read = readText({ fileName, text, encoding: 'UTF-8' })
    return read.kind === 'article' && isOpeningTitle(read.article)
  }
  expect(asks(BODY, '1.txt')).toBe(true)
  expect(asks(`EXECUTIVE SUMMARY\n\n${BODY}`, '1.txt')).toBe(true)
  expect(asks(BODY, 'the-lost-harbour.txt')).toBe(false)
  expect(asks(`How the Harbour Was Lost\n\n${BODY}`, '1.txt')).toBe(false)
  expect(asks(`Why was the harbour lost?\n\n${BODY}`, '1.txt')).toBe(false)
})
