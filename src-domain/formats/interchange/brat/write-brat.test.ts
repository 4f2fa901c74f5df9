import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { bratFiles } from './write-brat'

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name), 'utf8')
const harbour = async (ann = sample('harbour.ann'), txt: string | undefined = sample('harbour.txt')) => {
  const { file } = await fileRead('brat', ann, 'harbour.ann', txt)
  return withFile(emptyProject(), file)
}

/** What lines are not in both texts. */
const differences = (before: string, after: string): string[] => {
  const [one, other] = [before.split(/\r?\n/), after.split(/\r?\n/)]
  return [
    ...one.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line}`),
  ]
}

const claimNamed = ({ claims }: Project, words: RegExp) =>
  [...claims.values()].find(({ text }) => words.test(text))!

test('P9 a file of brat is the same file again, with its text', async () => {
  expect([...bratFiles(await harbour())]).toEqual([
    ['harbour.ann', sample('harbour.ann')],
    ['harbour.txt', sample('harbour.txt')],
  ])
})

test('P9 without its text, a file of brat is the same and has no text', async () => {
  const { file } = await fileRead('brat', sample('harbour.ann'), 'harbour.ann')
  expect([...bratFiles(withFile(emptyProject(), file))]).toEqual([['harbour.ann', sample('harbour.ann')]])
})

test('P9 a new tag is one new line, and a removed claim takes along what refers to it', async () => {
  const project = await harbour()
  const [claim] = project.claims.values()
  const tagged = { ...claim!, tags: [...claim!.tags, 'to check: soon'] }
  const withTag = { ...project, claims: new Map(project.claims).set(claim!.id, tagged) }
  const again = bratFiles(withTag).get('harbour.ann')!
  expect(differences(sample('harbour.ann'), again)).toEqual([
    expect.stringMatching(/^\+ A\d+\tto_check T1 soon$/),
  ])
  const claims = new Map(project.claims)
  claims.delete(claim!.id)
  const rest = {
    ...project,
    claims,
    excerpts: new Map([...project.excerpts].filter(([, each]) => each.claim !== claim!.id)),
    relations: new Map(
      [...project.relations].filter(([, { premises, target }]) => ![...premises, target].includes(claim!.id)),
    ),
  }
  const removed = bratFiles(rest).get('harbour.ann')!
  expect(removed).not.toMatch(/\bT1\b/)
  expect(
    differences(sample('harbour.ann'), removed).every((line) => line.startsWith('-') && /\bT1\b/.test(line)),
  ).toBe(true)
})

test('P9 a moved passage is counted in code points, and in lines that end in two characters', async () => {
  const text = '😀 First line\r\nSecond line\r\n'
  const project = await harbour('T1\tClaim 14 25\tSecond line\r\n', text)
  const [excerpt] = project.excerpts.values()
  const source = project.sources.get(excerpt!.source)!
  expect(source.text.slice(excerpt!.start, excerpt!.end)).toBe('Second line')
  const start = source.text.indexOf('line', 14)
  const moved = { ...excerpt!, start, end: start + 4, exact: 'line' }
  const excerpts = new Map([[moved.id, moved]])
  expect(bratFiles({ ...project, excerpts }).get('harbour.ann')).toBe('T1\tClaim 21 25\tline\r\n')
})

test('an article of ours has its annotations, relations, tags and notes, and a configuration with their types', () => {
  const builder = new Builder('Harbour')
  const source = builder.source('The harbour silts up. Ships wait.', 'Nobody dredges.')
  const { map } = builder
  const mark = (start: number, end: number, category: string) =>
    builder.run('claim.fromSelection', { source, start, end, category, map })
  const [silts, wait] = [mark(0, 21, 'evidence'), mark(22, 33, 'hypothesis')]
  builder.relation('support', [silts], wait)
  builder.run('claim.tag', { claim: silts, tags: ['dredging', 'year: 1911'] })
  builder.run('claim.note', { claim: wait, note: 'Seen\nby all' })
  builder.claim('Rests on nothing', map)
  const files = bratFiles(builder.project)
  expect([...files.values()]).toEqual([
    [
      'T1\tEvidence 0 21\tThe harbour silts up.',
      'T2\tHypothesis 22 33\tShips wait.',
      'R1\tSupports Arg1:T1 Arg2:T2',
      'A1\tdredging T1',
      'A2\tyear T1 1911',
      '#1\tAnnotatorNotes T2\tSeen by all',
      '',
    ].join('\n'),
    builder.project.sources.get(source)!.text,
    [
      '[entities]',
      'Evidence',
      'Hypothesis',
      '[relations]',
      'Supports\tArg1:<ENTITY>, Arg2:<ENTITY>',
      '[events]',
      '[attributes]',
      'dredging\tArg:<ENTITY>',
      'year\tArg:<ENTITY>, Value:1911',
      '',
    ].join('\n'),
  ])
})

test('a claim of ours in an article that came from brat is a new line', async () => {
  const project = await harbour()
  const claim = claimNamed(project, /./)
  const [source] = project.sources.values()
  const [excerpt] = project.excerpts.values()
  const added = { ...claim, id: 'added', text: 'New', tags: [], note: '', foreign: [] }
  const passage = { ...excerpt!, id: 'passage', claim: 'added', start: 0, end: 3, foreign: [] }
  const with2 = {
    ...project,
    claims: new Map(project.claims).set('added', added),
    excerpts: new Map(project.excerpts).set('passage', passage),
  }
  const again = bratFiles(with2).get('harbour.ann')!
  expect(differences(sample('harbour.ann'), again)).toEqual([
    expect.stringMatching(new RegExp(`^\\+ T\\d+\\t\\S+ 0 3\\t${source!.text.slice(0, 3)}$`)),
  ])
})
