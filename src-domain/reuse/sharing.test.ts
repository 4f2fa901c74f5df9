import { describe, expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { findSharedText } from './find'
import { comparedPassage, sharedPassages } from './shared-passages'
import { howTheyShare, inTimeSentence } from './sharing'
import { sourceWords } from './source-words'

const COPIED =
  'Two sluice gates were opened before midnight because melting snow had lifted the water above the spillway'

type Fields = Partial<Record<'title' | 'publisher' | 'published', string>>

/** Two articles of one paragraph each, with the passages that they share. */
function pairOf(one: string, other: string, fields: readonly [Fields, Fields] = [{}, {}]) {
  const builder = new Builder()
  const ids = [one, other].map((text, n) => {
    const source = builder.source(text)
    builder.run('source.describe', { source, fields: { title: `Article ${n + 1}`, ...fields[n] } })
    return source
  })
  const [a, b] = ids.map((id) => builder.project.sources.get(id)!)
  const corpus = new Map([a!, b!].map((source) => [source.id, sourceWords(source).hashes]))
  const [pair] = findSharedText(corpus)
  const passages = pair ? sharedPassages(a!, b!, pair) : []
  return { a: a!, b: b!, passages, how: howTheyShare(a!, b!, passages) }
}

describe('how two articles share text', () => {
  test.each<[string, string, string, string]>([
    ['both quote it', `The mayor said: “${COPIED}.”`, `“${COPIED},” he wrote.`, 'Both quote the same words.'],
    [
      'both carry an agency',
      `ORDAN (Reuters) – ${COPIED}.`,
      `${COPIED}, REUTERS reports.`,
      'Both carry Reuters.',
    ],
    [
      'they spell it in two ways',
      `ORDAN (AP) — ${COPIED}.`,
      `${COPIED}. Associated Press.`,
      'Both carry AP.',
    ],
    ['one is silent', `ORDAN (AFP) ${COPIED}.`, `${COPIED}.`, '“Article 1” alone carries AFP.'],
    ['both are silent', `ORDAN – ${COPIED}.`, `${COPIED}.`, 'Neither says where the words come from.'],
    [
      'the initials are other words',
      `The AP exam: ${COPIED}.`,
      `AP classes. ${COPIED}.`,
      'Neither says where the words come from.',
    ],
  ])('is told when %s', (_what, one, other, sentence) => {
    expect(pairOf(one, other).how).toEqual([sentence])
  })

  test.each<[string, string, string, string[]]>([
    [
      'before and after',
      `Ilvar Tesk, the mayor of Halvern, said: “${COPIED}.”`,
      `“${COPIED},” said Ilvar Tesk.`,
      ['Both quote Ilvar Tesk.'],
    ],
    [
      'with a title, and by the last name alone',
      `“${COPIED},” Ordanian Foreign Minister Ilvar Tesk told Reuters on Friday.`,
      `According to Mr. Tesk, “${COPIED}”.`,
      ['Both quote Ilvar Tesk.', '“Article 1” alone carries Reuters.'],
    ],
    [
      'in other languages and quotation marks',
      `«${COPIED}», заявил Ильвар Теск.`,
      `„${COPIED}“, sagte Ильвар Теск am Freitag.`,
      ['Both quote Ильвар Теск.'],
    ],
    [
      'who is another person in each',
      `“${COPIED},” said Ilvar Tesk.`,
      `Mara Quill said: "${COPIED}."`,
      [
        'Both quote the same words.',
        '“Article 1” names Ilvar Tesk as the speaker, “Article 2” names Mara Quill.',
      ],
    ],
    [
      'by an adjective, a place or a pronoun only',
      `“${COPIED},” Ordanian officials said in Halvern.`,
      `“${COPIED},” she said on Friday in Halvern. Ordanian officials agreed.`,
      ['Both quote the same words.'],
    ],
    [
      'in a passage that goes beyond the quotation',
      `“${COPIED},” said Ilvar Tesk after the meeting of the water board on Friday.`,
      `“${COPIED},” said Ilvar Tesk after the meeting of the water board on Friday.`,
      ['Both quote Ilvar Tesk.'],
    ],
  ])('names the person %s', (_how, one, other, sentences) => {
    expect(pairOf(one, other).how).toEqual(sentences)
  })

  test.each([
    ['Anadolu', 'ANKARA (AA) –', 'Anadolu Ajansı’na göre'],
    ['AFP', 'сообщает АФП.', '据法新社报道'],
    ['AP', 'MOSCOW (AP) —', 'передаёт Ассошиэйтед Пресс'],
    ['Reuters', 'сообщает Рейтер', 'قالت رويترز'],
    ['TASS', '/ТАСС/', 'ITAR-TASS reports'],
    ['dpa', 'Berlin (dpa)', 'Deutsche Presse-Agentur'],
    ['Interfax', 'Интерфакс-Украина', 'Interfax said'],
    ['Xinhua', '新华社北京', 'Xinhua reported'],
    ['Yonhap', '(연합뉴스)', 'told Yonhap'],
  ])('tells %s in many spellings', (name, one, other) => {
    expect(pairOf(`${one} ${COPIED}.`, `${COPIED}. ${other}`).how).toEqual([`Both carry ${name}.`])
  })

  test('tells an agency that is the publisher of one', () => {
    const fields: [Fields, Fields] = [{ publisher: 'Reuters' }, {}]
    expect(pairOf(`${COPIED}.`, `${COPIED}, Reuters reports.`, fields).how).toContain('Both carry Reuters.')
  })

  test('is told when one names the other', () => {
    const named: [Fields, Fields] = [{ publisher: 'Halvern Post' }, { publisher: 'The Valley' }]
    expect(pairOf(`${COPIED}.`, `The Halvern Post reports: ${COPIED}.`, named).how).toEqual([
      '“Article 2” names “Article 1”.',
    ])
  })

  test('is not told by text that is set aside', () => {
    const builder = new Builder()
    const source = builder.source('Read this.', COPIED)
    const record = builder.project.sources.get(source)!
    const blocks = record.blocks.map((block) => ({ ...block, aside: 'by hand' }))
    expect(sourceWords({ ...record, blocks }).hashes.length).toBe(0)
  })
})

describe('the order in time', () => {
  const dates = (...published: string[]) =>
    inTimeSentence(
      published.map((date, n) => {
        const builder = new Builder()
        const source = builder.source('Text.')
        builder.run('source.describe', { source, fields: { title: `Article ${n + 1}`, published: date } })
        return builder.project.sources.get(source)!
      }),
    )

  test.each([
    [['2025-03-05', '2025-03-04'], 'Earliest of those here: “Article 2” (2025-03-04).'],
    [['2025-03-05', ''], '“Article 2” is undated.'],
    [['2025', '2025-03-04'], 'None is dated earlier than the others.'],
    [
      ['2025-03-05', '2025-03-04', 'spring'],
      'Earliest of those here: “Article 2” (2025-03-04). “Article 3” is undated.',
    ],
  ])('of %j is told', (published, sentence) => {
    expect(dates(...published)).toBe(sentence)
  })
})

describe('two wordings of a passage', () => {
  const differences = (one: string, other: string) => {
    const { a, b, passages } = pairOf(`Before it. ${one}. After it.`, `At first. ${other}. At last.`)
    return comparedPassage(a, b, passages[0]!)
  }

  test('differ in numbers', () => {
    expect(differences(COPIED, COPIED.replace('Two', 'Three')).flags).toEqual([
      { kind: 'numbers', before: ['two'], after: ['three'] },
    ])
  })

  test('differ in names and days', () => {
    const day = (name: string) => COPIED.replace('before midnight', `in ${name} before midnight`)
    expect(differences(day('April'), day('May')).names).toEqual({ one: ['April'], other: ['May'] })
  })

  test('have the same words in the same order', () => {
    const { edits } = differences(COPIED, COPIED)
    expect(edits.every(({ kind }) => kind === 'same')).toBe(true)
    expect(edits.map(({ text }) => text).join('')).toContain(COPIED)
  })
})
