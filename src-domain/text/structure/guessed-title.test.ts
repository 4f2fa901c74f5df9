import { expect, it } from 'vitest'
import { readText } from '../../formats/import/text'
import { guessedTitle, namedBy } from './guessed-title'

const BODY =
  'The harbour was lost in one night, and it took a decade for the city to notice what had happened to it.'

const read = (arrived: string, fileName: string): string => {
  const read = readText({ fileName, text: arrived, encoding: 'UTF-8' })
  return read.kind === 'article' ? read.article.title : ''
}

it('a text without a title is named after its file, if the file name is meaningful', () => {
  expect(read(BODY, 'the_lost_harbour.txt')).toBe('The lost harbour')
  expect(read(`It was late. ${BODY}`, 'The lost harbour.txt')).toBe('The lost harbour')
  expect(read(`EXECUTIVE SUMMARY\n\n${BODY}`, 'the-lost-harbour (2).txt')).toBe('The lost harbour')
})

it('a short first line that is not a sentence comes before the file name', () => {
  expect(read(`How the Harbour Was Lost\n\n${BODY}`, 'ports.txt')).toBe('How the Harbour Was Lost')
  expect(read('How the Harbour Was Lost', 'ports.txt')).toBe('How the Harbour Was Lost')
})

it('otherwise the title is the first sentence, cut between words when it is long', () => {
  expect(read(BODY, 'document (3).txt')).toBe(BODY.slice(0, -1))
  expect(
    read(`After a winter of storms and of warnings, ${BODY.replace('T', 't')}`, 'document (3).txt'),
  ).toBe(
    'After a winter of storms and of warnings, the harbour was lost in one night, and it took a decade for the city to notice what had happened…',
  )
  expect(read(`It was late. ${BODY}`, 'a.txt')).toBe('It was late')
  expect(read(`EXECUTIVE SUMMARY\n\n${BODY}`, '1.txt')).toMatch(/^The harbour/)
  expect(guessedTitle({ text: 'a'.repeat(500), blocks: [] }, '1.txt')).toHaveLength(141)
})

it.each([
  ['why-the-bridge-was-closed.pdf', 'Why the bridge was closed'],
  ['2021-12-17_Salt and ice.docx', '2021-12-17 Salt and ice'],
  ['2021-12-17-salt-and-ice.docx', '2021-12-17 salt and ice'],
  ['turkey-s-400-deal.html', 'Turkey s-400 deal'],
  ['Salt%20and+ice (1).md', 'Salt and ice'],
  ['given/Who salts the bridges.txt', 'Who salts the bridges'],
  ['鉄橋.txt', '鉄橋'],
  ['report.final.txt', 'Report.final'],
])('a file called %s is about “%s”', (fileName, title) => {
  expect(namedBy(fileName)).toBe(title)
})

it.each([
  '1.txt',
  'untitled document.txt',
  'IMG_2041.pdf',
  'scan0007.pdf',
  'a1b2c3d4-9f.html',
  '007_51facfd3e.txt',
  '.txt',
  '',
])('the file name “%s” is not meaningful', (fileName) => {
  expect(namedBy(fileName)).toBeUndefined()
})
