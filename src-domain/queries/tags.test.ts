import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { runCommand } from '../commands/registry'
import { testEnv } from '../testing/env'
import { knownTag, tagsIn, twinOf } from './tags'

function tagged(...tags: string[]) {
  const builder = new Builder()
  const claim = builder.claim('A claim')
  builder.run('claim.tag', { claim, tags })
  return { builder, claim }
}

test.each([
  ['POVERTY', 'poverty'],
  ['caf\u00e9', 'cafe\u0301'],
  [' food  prices ', 'food prices'],
  ['pov\u00aderty', 'poverty'],
  ['ﬁsh', 'fish'],
  ['other', 'other'],
])('F24 %j is the tag %j that is there', (typed, there) => {
  const { builder, claim } = tagged('poverty', 'cafe\u0301', 'food prices', 'fish')
  const known = [...(builder.project.claims.get(claim)?.tags ?? [])]
  const expected = known.find((tag) => tag.normalize('NFC') === there.normalize('NFC')) ?? there
  expect(knownTag(builder.project, typed)).toBe(expected)
})

test('F24 a tag that looks like another becomes that one, by every command', () => {
  const { builder, claim } = tagged('poverty')
  const other = builder.claim('Another')
  builder.run('claim.setTag', { claims: [other], tag: 'POVERTY', has: true })
  expect(builder.project.claims.get(other)?.tags).toEqual(['poverty'])
  builder.run('claim.tag', { claim: other, tags: ['Poverty', 'bread'] })
  expect(builder.project.claims.get(other)?.tags).toEqual(['poverty', 'bread'])
  builder.run('tag.rename', { tag: 'bread', to: 'POVERTY' })
  expect(builder.project.claims.get(other)?.tags).toEqual(['poverty'])
  builder.run('tag.rename', { tag: 'poverty', to: 'Poverty' })
  expect([claim, other].map((id) => builder.project.claims.get(id)?.tags)).toEqual([['Poverty'], ['Poverty']])
})

test('tags that look the same already are found', () => {
  expect(['poverty', 'bread', 'Poverty'].map((_tag, at, all) => twinOf(all, at))).toEqual([
    undefined,
    undefined,
    'poverty',
  ])
})

test.each([
  ['a, b, c', ['a, b'], ['a, b', 'c']],
  ['c, a, b', ['a, b'], ['a, b', 'c']],
  ['a, b', [], ['a', 'b']],
  ['xa, b', ['a, b'], ['xa', 'b']],
  [' , a ,', [], ['a']],
])('the tags in %j, of which %j were there, are %j', (text, known, tags) => {
  expect(tagsIn(text, known)).toEqual(tags)
})

test('F37 a text that is too long is refused with its length and the limit', () => {
  const { builder, claim } = tagged()
  const run = (name: string, input: object) => runCommand(builder.project, name, input, testEnv())
  expect(run('claim.reword', { claim, text: 'x'.repeat(20_001) })).toEqual({
    refusal: 'Nothing was changed: the text has 20,001 characters, and at most 20,000 fit.',
  })
  expect(run('claim.tag', { claim, tags: ['x'.repeat(150)] })).toMatchObject({
    refusal: expect.stringContaining('150 characters, and at most 100 fit'),
  })
})
