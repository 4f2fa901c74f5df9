import fc from 'fast-check'
import { expect, test } from 'vitest'
import { save } from '../document/save'
import { article, Builder } from '../testing/build'
import { sampleProject } from '../testing/sample'
import { choiceUnattended, decideImport, decideTwin, type TwinQuestion } from './decide-import'

const WORDS = Array.from({ length: 60 }, (_, at) => `word${at}`)
const LONG = `${WORDS.join(' ')}.`
const LONGER = `${WORDS.join(' ')} and a sentence more.`

function questionOf(builder: Builder, text: string): TwinQuestion {
  const decision = decideImport(builder.project, { kind: 'article', article: article('Other', text) })
  if (decision.kind !== 'ask') throw new Error('no question')
  return decision
}

test('an article that resembles no source is added without a question', () => {
  const read = article('New', 'Words that stand nowhere else.')
  expect(decideImport(new Builder().project, { kind: 'article', article: read })).toEqual({
    kind: 'run',
    command: { name: 'source.add', input: { article: read } },
  })
})

test('an article that resembles a source is a question, with the reasons', () => {
  const builder = new Builder()
  const source = builder.source(LONG)
  expect(questionOf(builder, LONGER).twins).toEqual([{ source, by: 'text' }])
})

test('an article can be skipped, kept beside its twin, or become its new version', () => {
  const builder = new Builder()
  const twin = builder.source(LONG)
  const question = questionOf(builder, LONGER)
  expect(decideTwin(question, { action: 'keep', twin })).toEqual({ kind: 'keep', source: twin })
  expect(decideTwin(question, { action: 'both', twin })).toMatchObject({ command: { name: 'source.add' } })
  expect(decideTwin(question, { action: 'version', twin })).toMatchObject({
    command: { name: 'source.newVersion', input: { source: twin } },
  })
})

test('without questions, the same text is not added again, and a similar text is added', () => {
  const builder = new Builder()
  const twin = builder.source(LONG)
  expect(choiceUnattended(builder.project, questionOf(builder, LONG))).toEqual({ action: 'keep', twin })
  expect(choiceUnattended(builder.project, questionOf(builder, LONGER))).toEqual({ action: 'both', twin })
})

test('a project is merged, and references are applied', () => {
  const { project } = new Builder()
  const file = save(sampleProject())
  expect(decideImport(project, { kind: 'project', file })).toEqual({
    kind: 'run',
    command: { name: 'project.merge', input: { file } },
  })
  expect(decideImport(project, { kind: 'references', references: [] })).toEqual({
    kind: 'run',
    command: { name: 'references.apply', input: { references: [] } },
  })
})

test('P3 every decision can be carried out, whatever was read and chosen', () => {
  const texts = fc.array(fc.constantFrom(LONG, LONGER, 'Few words.', 'Other words altogether.'))
  const actions = fc.infiniteStream(fc.constantFrom('keep' as const, 'both' as const, 'version' as const))
  fc.assert(
    fc.property(texts, actions, (read, choices) => {
      const builder = new Builder()
      for (const text of read) {
        const asked = decideImport(builder.project, { kind: 'article', article: article('Title', text) })
        const decision =
          asked.kind === 'ask'
            ? decideTwin(asked, { action: choices.next().value!, twin: asked.twins.at(-1)!.source })
            : asked
        if (decision.kind === 'keep') {
          expect(builder.project.sources.has(decision.source)).toBe(true)
          continue
        }
        builder.run(decision.command.name, decision.command.input)
      }
    }),
  )
})

test('without questions, no text is added to the project twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(LONG, LONGER, 'Few words.', 'Other words.')), (read) => {
      const builder = new Builder()
      for (const text of read) {
        const asked = decideImport(builder.project, { kind: 'article', article: article('Title', text) })
        const decision =
          asked.kind === 'ask' ? decideTwin(asked, choiceUnattended(builder.project, asked)) : asked
        if (decision.kind === 'run' && decision.command.name === 'source.add')
          builder.run('source.add', decision.command.input)
      }
      const stored = [...builder.project.sources.values()].map(({ text }) => text)
      expect(stored.sort()).toEqual([...new Set(read)].sort())
    }),
  )
})
