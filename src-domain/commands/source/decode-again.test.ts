import { expect, test } from 'vitest'
import { article, Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { runCommand } from '../registry'

/** What windows-1252 makes of a Russian text in windows-1251, and the text. */
const WRONG = ['Çàìåòêà î ìîñòå', 'Ñòàðûé ìîñò ÷åðåç ðåêó çàêðûëè íî÷üþ.']
const RIGHT = ['Заметка о мосте', 'Старый мост через реку закрыли ночью.']

function marked() {
  const builder = new Builder()
  const source = builder.source(...WRONG)
  const start = WRONG.join('\n\n').indexOf('ìîñò ')
  const claim = builder.run('claim.fromSelection', { source, start, end: start + 10, category: 'judgement' })
  return { builder, source, claim }
}

test('F13 passages keep their places, with the words in the right encoding', () => {
  const { builder, source, claim } = marked()
  const again = { ...article('Заметка', ...RIGHT), encoding: 'windows-1251' }
  builder.run('source.decodeAgain', { source, article: again })
  const { sources, excerpts, claims } = builder.project
  expect(sources.get(source)).toMatchObject({ text: RIGHT.join('\n\n'), encoding: 'windows-1251' })
  expect([...excerpts.values()]).toMatchObject([{ exact: 'мост через', anchor: 'exact' }])
  expect(claims.get(claim)?.text).toBe('мост через')
})

test('a claim that was reworded keeps its words', () => {
  const { builder, source, claim } = marked()
  builder.run('claim.reword', { claim, text: 'The bridge was closed.' })
  builder.run('source.decodeAgain', { source, article: article('Заметка', ...RIGHT) })
  expect(builder.project.claims.get(claim)?.text).toBe('The bridge was closed.')
})

test('a text of another length is carried over like a new version', () => {
  const { builder, source } = marked()
  builder.run('source.decodeAgain', { source, article: article('Bridge', 'Another text.') })
  expect([...builder.project.excerpts.values()]).toMatchObject([{ anchor: 'lost' }])
})

test('nothing is changed if the text is the same, and an article that is gone is said to be', () => {
  const { builder, source } = marked()
  const same = article(WRONG[0]!, ...WRONG)
  expect(
    runCommand(builder.project, 'source.decodeAgain', { source, article: same }, testEnv()),
  ).toMatchObject({
    patch: [],
  })
  expect(
    runCommand(builder.project, 'source.decodeAgain', { source: 'gone', article: same }, testEnv()),
  ).toHaveProperty('refusal')
})
