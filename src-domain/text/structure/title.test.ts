import { describe, expect, it } from 'vitest'
import { readPlainText } from './plain-text'

const body =
  'The harbour was lost in one night, and it took a decade for the city to notice what had happened to it.'

const titleOf = (...paragraphs: string[]): string => readPlainText(paragraphs.join('\n\n')).title

describe('the title', () => {
  it('is the first line, if it is short and not a sentence', () => {
    expect(titleOf('How the Harbour Was Lost', body)).toBe('How the Harbour Was Lost')
    expect(titleOf('Who Sold the Harbour?', body)).toBe('Who Sold the Harbour?')
  })

  it('is taken from a line "Title:" or "To cite this article"', () => {
    expect(titleOf('Title: The Lighthouse Papers', 'Author: Nobody', body)).toBe('The Lighthouse Papers')
    expect(titleOf(body, 'To cite this article: Jane Example, “The Long Wharf,” Ports 3 (2019).')).toBe(
      'The Long Wharf',
    )
  })

  it('is never a generic heading', () => {
    expect(titleOf('EXECUTIVE SUMMARY', body)).toBe('')
  })

  it('is never a sentence', () => {
    expect(titleOf(body)).toBe('')
    expect(titleOf('It was late. ' + body)).toBe('')
  })
})
