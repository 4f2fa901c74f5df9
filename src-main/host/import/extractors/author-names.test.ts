import { expect, test } from 'vitest'
import { fileAuthors, namesOf } from './author-names'

test.each([
  [['By Jane Doe and John Roe'], ['Jane Doe', 'John Roe']],
  [['Jane Doe, John Roe, Ann Poe'], ['Jane Doe', 'John Roe', 'Ann Poe']],
  [['Doe, Jane'], ['Doe, Jane']],
  [['https://example.com/jane', '@jane', 'Jane Doe; Jane Doe'], ['Jane Doe']],
  [['by Ada Writer | November 18, 2019 12:01 PM Print this article'], ['Ada Writer']],
  [['12:01 PM', 'Updated', '18 Nov 2019', '2019', 'Channel 4'], ['Channel 4']],
])('the names in %j are %j', (candidates, names) => expect(namesOf(candidates)).toEqual(names))

test.each(['A ', ' ', 'A, ', ' and'])('a million of “%s” contain no name', (unit) => {
  expect(namesOf([unit.repeat(1_000_000), 'Jane Doe'])).toEqual(['Jane Doe'])
})

test.each([
  'z',
  'office-2007',
  'jdoe42',
  'Administrator',
  'Microsoft Office User',
  'User',
  'HP',
  'thesis.docx',
])('the account “%s” that made a file is no author', (name) => expect(fileAuthors([name])).toEqual([]))

test.each(['Plato', 'Ada Writer', 'bell hooks', '李白', 'Desk of Reports', 'Officer, Ann'])(
  '“%s” is an author of a file',
  (name) => expect(fileAuthors([name])).toEqual([name]),
)
