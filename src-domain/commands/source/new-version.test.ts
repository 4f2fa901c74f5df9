import { describe as group, expect, test } from 'vitest'
import { brokenRules } from '../../document/integrity'
import { load } from '../../document/load'
import { applyPatch, invertPatch } from '../../document/patch'
import type { Project } from '../../document/project'
import { save } from '../../document/save'
import { article, Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { runCommand } from '../registry'

const OLD = [
  'Ankara signed for the S-400 in December 2017. The contract was worth 2.5 billion dollars.',
  'Washington may impose sanctions under the law of that year. Officials called the deal a mistake.',
  'The alliance has no means to expel a member, whatever its other members think of the purchase.',
  'Deliveries began in July 2019 and went on until the end of the year, in spite of every warning.',
]
/** Keeps the first paragraph, changes a modal in the second, moves the third to the end and deletes the fourth. */
const NEW = [
  'A correction was made to this article.',
  OLD[0]!,
  OLD[1]!.replace('may impose', 'will impose'),
  'Nobody in the capital would say more about it than that, the deal or no deal.',
  'Some spoke of the deal all the same.',
  OLD[2]!,
]

/** A project with a passage for every anchor state after a new version. */
function marked() {
  const builder = new Builder()
  const source = builder.source(...OLD)
  const text = OLD.join('\n\n')
  const mark = (words: string): string => {
    const start = text.indexOf(words)
    const end = start + words.length
    const claim = builder.run('claim.fromSelection', { source, start, end, category: 'judgement' })
    return [...builder.project.excerpts.values()].find((each) => each.claim === claim)!.id
  }
  const excerpts = {
    exact: mark('The contract was worth 2.5 billion dollars.'),
    edited: mark('Washington may impose sanctions under the law of that year.'),
    ambiguous: mark('year, in'),
    lost: mark('Deliveries began in July 2019'),
  }
  return { builder, source, excerpts }
}

const states = (project: Project, excerpts: Record<string, string>) =>
  Object.fromEntries(Object.entries(excerpts).map(([name, id]) => [name, project.excerpts.get(id)?.anchor]))

const version = { ...article('Another title', ...NEW), url: 'https://example.org/a', fileName: 'second.txt' }

group('a new version', () => {
  const { builder, source, excerpts } = marked()
  const before = builder.project
  builder.run('source.newVersion', { source, article: version })
  const after = builder.project

  test('P7 gives every passage a state, and keeps the marked words', () => {
    expect(states(after, excerpts)).toEqual({
      exact: 'exact',
      edited: 'edited',
      ambiguous: 'lost',
      lost: 'lost',
    })
    for (const { id, exact } of before.excerpts.values()) expect(after.excerpts.get(id)?.exact).toBe(exact)
    const { start, end } = after.excerpts.get(excerpts.edited)!
    expect(version.text.slice(start, end)).toBe(
      'Washington will impose sanctions under the law of that year.',
    )
  })

  test('P3 leaves a valid project', () => {
    expect(brokenRules(after)).toEqual([])
  })

  test('keeps filled-in details, fills empty ones, and keeps the replaced text', () => {
    expect(after.sources.get(source)).toMatchObject({
      title: before.sources.get(source)!.title,
      url: 'https://example.org/a',
      fileName: 'second.txt',
      text: version.text,
      previousTexts: [{ fileName: before.sources.get(source)!.fileName, originalText: OLD.join('\n\n') }],
    })
  })

  test('P1 is undone as a whole', () => {
    const undone = applyPatch(after, invertPatch(builder.patches.at(-1)!))
    expect('project' in undone && save(undone.project)).toBe(save(before))
  })

  test('P9 survives reopening: the result of a comparison is not computed again', () => {
    const loaded = load(save(after))
    expect(loaded.ok && save(loaded.project)).toBe(save(after))
  })

  test('from the same file changes nothing', () => {
    const again = runCommand(after, 'source.newVersion', { source, article: version }, testEnv())
    expect(again).toMatchObject({ patch: [] })
  })

  test('P11 is refused if its blocks do not fit or the article does not exist', () => {
    const bad = { ...version, blocks: [{ role: 'paragraph', start: 0, end: 99_999 }] }
    const run = (input: object) => runCommand(after, 'source.newVersion', input, testEnv())
    expect(run({ source, article: bad })).toMatchObject({ refusal: /was not used/ as never as string })
    expect(run({ source: 'nobody', article: version })).toHaveProperty('refusal')
  })
})

test('P7 excerpts are searched for again in a file changed by another program', () => {
  const { builder, source, excerpts } = marked()
  builder.run('source.newVersion', { source, article: version })
  const back = article('Back', ...OLD)
  const edited = new Map(builder.project.sources)
  edited.set(source, { ...edited.get(source)!, text: back.text, blocks: back.blocks })
  const loaded = load(save({ ...builder.project, sources: edited }))
  expect(loaded.ok && states(loaded.project, excerpts)).toEqual({
    exact: 'moved',
    edited: 'moved',
    ambiguous: 'exact',
    lost: 'exact',
  })
})

group('P7 a passage that was looked at', () => {
  const reviewed = () => {
    const { builder, source, excerpts } = marked()
    builder.run('source.newVersion', { source, article: version })
    return { builder, excerpts, excerpt: (id: string) => builder.project.excerpts.get(id)! }
  }

  test('is accepted as exact, with the words and context at its place', () => {
    const { builder, excerpts, excerpt } = reviewed()
    builder.run('excerpt.accept', { excerpt: excerpts.edited })
    expect(excerpt(excerpts.edited)).toMatchObject({
      anchor: 'exact',
      exact: 'Washington will impose sanctions under the law of that year.',
      suffix: expect.stringMatching(/^ Officials called/) as string,
    })
    expect(excerpt(excerpts.edited)).not.toHaveProperty('judgedFor')
    expect(brokenRules(builder.project)).toEqual([])
    const again = runCommand(builder.project, 'excerpt.accept', { excerpt: excerpts.edited }, testEnv())
    expect(again).toMatchObject({ patch: [] })
  })

  test('can be moved to another place', () => {
    const { builder, excerpts, excerpt } = reviewed()
    const start = version.text.indexOf('Nobody in the capital')
    builder.run('excerpt.place', { excerpt: excerpts.lost, start, end: start + 21 })
    expect(excerpt(excerpts.lost)).toMatchObject({ anchor: 'exact', exact: 'Nobody in the capital', start })
    expect(brokenRules(builder.project)).toEqual([])
  })

  test('P11 is not accepted without a place, nor moved to where there are no words or where its claim has a passage', () => {
    const { builder, excerpts, excerpt } = reviewed()
    const run = (name: string, input: object) => runCommand(builder.project, name, input, testEnv())
    expect(run('excerpt.accept', { excerpt: excerpts.lost })).toMatchObject({
      refusal: expect.stringMatching(/Choose another place for it, or detach it/) as string,
    })
    expect(run('excerpt.place', { excerpt: excerpts.lost, start: 3, end: 3 })).toHaveProperty('refusal')
    const { claim, start, end } = excerpt(excerpts.exact)
    builder.run('excerpt.add', { claim, source: excerpt(excerpts.exact).source, start: 0, end: 12 })
    const second = [...builder.project.excerpts.values()].find(
      (each) => each.claim === claim && each.start === 0,
    )!
    expect(run('excerpt.place', { excerpt: second.id, start, end })).toMatchObject({
      refusal: expect.stringMatching(/Detach this passage instead/) as string,
    })
  })
})

test('blocks set aside or restored by hand stay so in a new version that has the same words', () => {
  const builder = new Builder()
  const given = article('Paper', 'Home', 'Subscribe', 'The first words.', 'Subscribe', 'Gone soon.')
  const blocks = given.blocks.map((block, at) =>
    at === 0 ? { ...block, role: 'furniture' as const, aside: 'page furniture' } : block,
  )
  const source = builder.run('source.add', { article: { ...given, blocks } })
  const setAside = (block: number, aside: string | null) =>
    builder.run('source.setBlockAside', { source, block, aside })
  setAside(0, null)
  setAside(3, 'by hand')
  setAside(4, 'by hand')
  const next = article('Paper', 'Home', 'Subscribe', 'The first words, corrected.', 'Subscribe', 'New.')
  const nextBlocks = next.blocks.map((block, at) => (at === 0 ? blocks[0]! : block))
  builder.run('source.newVersion', { source, article: { ...next, blocks: nextBlocks } })
  const asides = builder.project.sources.get(source)!.blocks.map(({ aside }) => aside)
  expect(asides).toEqual([undefined, undefined, undefined, 'by hand', undefined])
})
