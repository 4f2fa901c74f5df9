import { expect, test } from 'vitest'
import { PASSAGE_LIMIT } from '../../records/excerpt'
import { Builder } from '../../testing/build'
import { runCommand } from '../registry'

/** The claim and the passage of a mark over a whole article. */
function marked(text: string) {
  const builder = new Builder()
  const source = builder.source(text)
  const id = builder.run('claim.fromSelection', { source, start: 0, end: text.length, category: 'judgement' })
  const [excerpt] = [...builder.project.excerpts.values()]
  return { claim: builder.project.claims.get(id)!, excerpt: excerpt! }
}

test('a claim starts with the author’s words on one line; the passage keeps them unchanged', () => {
  const { claim, excerpt } = marked('It was  hedging,\n\nthey said.')
  expect(claim.text).toBe('It was hedging, they said.')
  expect(excerpt.exact).toBe('It was  hedging,\n\nthey said.')
})

test('P9 a shortened wording is cut between characters, so that it is saved unchanged', () => {
  const { claim, excerpt } = marked(`a${'🧭'.repeat(20_000)}`)
  expect(claim.text).toBe(`a${'🧭'.repeat(9999)}`)
  expect(excerpt.exact).toHaveLength(40_001)
})

test('P11 a passage that is too long is refused with a message', () => {
  expect(marked('x'.repeat(PASSAGE_LIMIT)).excerpt.exact).toHaveLength(PASSAGE_LIMIT)
  const builder = new Builder()
  const span = { source: builder.source('x'.repeat(PASSAGE_LIMIT + 1)), start: 0, end: PASSAGE_LIMIT + 1 }
  const claim = builder.claim('A claim')
  const refusal = {
    refusal: expect.stringMatching(/too long for a passage.*Nothing was changed/) as string,
  }
  expect(
    runCommand(builder.project, 'claim.fromSelection', { ...span, category: 'judgement' }, builder.env),
  ).toEqual(refusal)
  expect(runCommand(builder.project, 'excerpt.add', { ...span, claim }, builder.env)).toEqual(refusal)
})
