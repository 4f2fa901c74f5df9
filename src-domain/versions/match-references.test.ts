import { expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import type { Reference } from '../formats/import/reference'
import { article, Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { matchReferences } from './match-references'

const reference = (fields: Partial<Reference>): Reference => ({
  title: '',
  authors: [],
  publisher: '',
  published: '',
  url: '',
  doi: '',
  language: '',
  kind: '',
  ...fields,
})

const builder = new Builder()
const titled = { ...article('Turkey and the S-400: hedging and its limits', 'One.'), published: '2019' }
const hedging = builder.run('source.add', { article: titled })
const deal = builder.run('source.add', {
  article: {
    ...article('The deal', 'Two.'),
    url: 'https://www.example.org/deal/',
    publisher: 'The Observer',
  },
})
const sanctions = builder.run('source.add', {
  article: { ...article('What the sanctions did and did not do', 'Three.'), doi: '10.1000/Abc' },
})
const { project } = builder

test.each<[string, Partial<Reference>, string | undefined, string | undefined]>([
  ['the same title', { title: 'Turkey and the S-400: Hedging and its Limits' }, hedging, 'title'],
  ['nearly the same title', { title: 'Turkey and the S400 — hedging, and its limits.' }, hedging, 'title'],
  ['the same title of another year', { title: titled.title, published: '2012-04' }, undefined, undefined],
  ['a title that begins alike', { title: 'Turkey and the S-400: a bribe after all' }, undefined, undefined],
  ['a title that many have', { title: 'The deal' }, undefined, undefined],
  ['the address', { title: 'Other', url: 'http://example.org/deal?utm_source=x' }, deal, 'address'],
  ['the DOI', { doi: 'https://doi.org/10.1000/ABC' }, sanctions, 'doi'],
  [
    'the title under another DOI',
    { doi: '10.1000/x', title: 'What the sanctions did and did not do' },
    undefined,
    undefined,
  ],
])('a reference is of a source by %s', (_case, fields, source, by) => {
  expect(matchReferences(project, [reference({}), reference(fields)])).toEqual(
    source ? [{ reference: 1, source, by }] : [],
  )
})

test('a source gets the reference that matches best', () => {
  const given = [{ title: 'What the sanctions did and did not do' }, { doi: '10.1000/abc' }].map(reference)
  expect(matchReferences(project, given)).toEqual([{ reference: 1, source: sanctions, by: 'doi' }])
})

test('six hundred references match none of three hundred different sources', () => {
  const many = new Builder()
  for (let at = 0; at < 300; at++)
    many.run('source.add', { article: article(`On the study of number ${at * 7919}`, 'x') })
  const given = Array.from({ length: 600 }, (_, at) => reference({ title: `Of the story with number ${at}` }))
  expect(matchReferences(many.project, given)).toEqual([])
})

test('references fill in empty details as one undo entry, count the matches, and overwrite nothing', () => {
  const given = [
    { title: titled.title, published: '2019-08-06', authors: ['Ayşe Öztürk'], language: 'en' },
    { url: 'https://example.org/deal', publisher: 'Another', kind: 'web page' },
    { title: 'Of something else altogether' },
  ].map(reference)
  const outcome = runCommand(project, 'references.apply', { references: given }, testEnv())
  expect(outcome).toMatchObject({
    label: 'details of 2 articles from 3 references',
    patch: [
      { id: hedging, to: { published: '2019', authors: ['Ayşe Öztürk'], language: 'en' } },
      { id: deal, to: { publisher: 'The Observer', kind: 'web page', url: 'https://www.example.org/deal/' } },
    ],
  })
})

test('P11 references of other articles are refused with a message', () => {
  const outcome = runCommand(
    project,
    'references.apply',
    { references: [reference({ title: 'Other' })] },
    testEnv(),
  )
  expect(outcome).toMatchObject({
    refusal: expect.stringMatching(/^None of the 1 reference .*Nothing was changed/) as string,
  })
})
