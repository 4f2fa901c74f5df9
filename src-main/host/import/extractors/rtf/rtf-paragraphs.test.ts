import { expect, test } from 'vitest'
import { RtfParagraphs } from './rtf-paragraphs'

test('three hundred thousand paragraphs are read without delay, and the first title counts', () => {
  const paragraphs = new RtfParagraphs()
  const add = (style: number, words: string) => {
    paragraphs.say('text', words, 'line')
    paragraphs.endParagraph(style)
  }
  for (let count = 0; count < 300_000; count++) add(0, 'words')
  paragraphs.say('styles', 'Title;', 'line')
  paragraphs.nameStyle(1, {})
  add(1, 'The title')
  for (let count = 0; count < 10_000; count++) add(1, 'Another')
  expect(paragraphs.drafts.filter(({ role }) => role === 'title')).toEqual([
    { role: 'title', text: 'The title' },
  ])
})
