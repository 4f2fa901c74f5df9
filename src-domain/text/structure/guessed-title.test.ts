import { expect, it } from 'vitest'
import { readText } from '../../formats/import/text'
import { namedBy } from '../clean/named-by'
import { guessedTitle } from './guessed-title'

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
  const long =
    'If the storms of that winter had come a year later the harbour with its lighthouse and both of its piers'
  expect(read(`${long} would have been safe behind the wall of the mayor.`, 'document (3).txt')).toBe(
    `${long} would have been safe behind the wall of…`,
  )
  expect(read(`It was late. ${BODY}`, 'a.txt')).toBe('It was late')
  expect(read(`EXECUTIVE SUMMARY\n\n${BODY}`, '1.txt')).toMatch(/^The harbour/)
  expect(guessedTitle({ text: 'a'.repeat(500), blocks: [] }, '1.txt')).toHaveLength(146)
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

const LOST = 'the harbour was lost in one night of a long winter to a storm that nobody had seen coming'
const CITY = 'for the whole of the decade that followed nobody in the city spoke about it in public'

it.each([
  [
    'Although every one of its keepers had been warned',
    `Although every one of its keepers had been warned, ${LOST} at any of the stations.`,
    `The${LOST.slice(3)} at any of the stations`,
  ],
  ['another main clause', `The${LOST.slice(3)}, and it was forgotten that ${CITY}.`, `The${LOST.slice(3)}`],
  [
    'a relative clause',
    `The lighthouse—and now the pier—of the lost harbour raises many a question of money that together have led ${CITY}.`,
    'The lighthouse—and now the pier—of the lost harbour raises many a question of money',
  ],
  ['a clause after a dash', `The${LOST.slice(3)} — ${CITY}.`, `The${LOST.slice(3)}`],
])('a long first sentence is shortened to its main clause, without %s', (_, text, title) => {
  expect(read(text, 'document (3).txt')).toBe(title)
})

it('what a verb needs is not cut off', () => {
  const said = `The keeper of the lighthouse and both of his daughters told the court in the spring that ${LOST}.`
  expect(read(said, '1.txt')).toMatch(/…$/)
})
