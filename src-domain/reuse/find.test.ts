import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSharedText } from './find'
import { sourceGroups } from './independence'
import { wordsOf } from './words'

/** The shared passages of each two of these texts, as they stand in the first and the second. */
function shared(texts: readonly string[], fresh?: readonly string[]): [string, string][] {
  const words = texts.map((text) => wordsOf(text))
  const pairs = findSharedText(new Map(words.map(({ hashes }, n) => [`${n}`, hashes])), fresh)
  return pairs.flatMap(({ one, other, passages }) =>
    passages.map(({ from, to, otherFrom, otherTo }): [string, string] => {
      const cut = (n: number, a: number, b: number) =>
        texts[n]!.slice(words[n]!.starts[a], words[n]!.ends[b - 1])
      return [cut(Number(one), from, to), cut(Number(other), otherFrom, otherTo)]
    }),
  )
}

const PLANT =
  'Engineers at the Halvern reservoir opened two sluice gates before midnight because melting snow had lifted the water above the spillway'
const around = (plant: string, before: string, after: string) => `${before} ${plant}. ${after}`
const here = (plant: string) =>
  around(plant, 'The valley had slept badly for a week.', 'Nobody in the lower town was told.')
const there = (plant: string) =>
  around(plant, 'Spring came early this year, and with it trouble.', 'A farmer filmed the torrent.')

describe('a sentence that two articles share', () => {
  test('is found whole when no word was changed', () => {
    expect(shared([here(PLANT), there(PLANT)])).toEqual([[PLANT, PLANT]])
  })

  test.each([
    ['10 % of the words are others', PLANT.replace('opened', 'raised').replace('lifted', 'pushed')],
    [
      '20 % of the words are others',
      PLANT.replace('Engineers', 'Workers')
        .replace('gates', 'doors')
        .replace('melting', 'heavy')
        .replace('lifted', 'pushed'),
    ],
    [
      'a clause is in another place',
      'Because melting snow had lifted the water above the spillway, engineers at the Halvern reservoir opened two sluice gates before midnight',
    ],
    ['it is in quotation marks', `“${PLANT},” the ministry wrote`],
    [
      'it became two sentences',
      PLANT.replace(
        'because melting',
        'to relieve the wall, a spokesman said on Friday. The reason was that melting',
      ),
    ],
    [
      'its punctuation is that of another language',
      PLANT.replace('Halvern', '« Halvern »').replace('midnight', 'midnight –').replace('two', '2 –'),
    ],
    ['dots stand for some words', PLANT.replace('before midnight because melting', '[…] because melting')],
    ['it is in capitals', PLANT.toUpperCase()],
    ['accents differ', PLANT.replace('Halvern', 'Hálvern')],
    [
      'its two halves changed places',
      `${PLANT.split(' because ')[1]!}, and so ${PLANT.split(' because ')[0]!}`,
    ],
    ['its first and last words are gone', PLANT.split(' ').slice(3, -3).join(' ')],
    [
      'it is broken by hyphens at the ends of lines',
      PLANT.replace('reservoir', 'reser-\nvoir').replace('melting', 'mel-\nting'),
    ],
    [
      'compounds have hyphens',
      PLANT.replace('sluice gates', 'sluice-gates').replace('melting snow', 'melting-snow'),
    ],
    [
      'soft hyphens are in its words',
      PLANT.replace('reservoir', 'reser\u00advoir').replace('spillway', 'spill\u00adway'),
    ],
    ['numbers are in figures', PLANT.replace('two', '2').replace('midnight', '00:00')],
    ['it is a headline', PLANT.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())],
    [
      'a remark in brackets interrupts it',
      PLANT.replace('before midnight', '(as the BBC reported) before midnight'),
    ],
    ['a speaker interrupts it', PLANT.replace('before midnight', ',” said the mayor, “before midnight')],
    [
      'three dots stand for words at two places',
      PLANT.replace('sluice gates', '...').replace('had lifted', '…'),
    ],
    ['articles are gone, as in a telegram', PLANT.replaceAll('the ', '')],
    ['spaces are non-breaking', PLANT.replaceAll(' ', '\u00a0')],
    ['its apostrophes are of another kind', PLANT.replace('Halvern', "Halvern's")],
    ['a few words were added', PLANT.replace('two sluice', 'two of the five old sluice')],
  ])('is found when %s', (_how, plant) => {
    expect(shared([here(PLANT), there(plant)])).not.toEqual([])
  })

  test('is found with the words that one has more', () => {
    const longer = PLANT.replace('two sluice', 'two of the five old sluice')
    expect(shared([here(PLANT), there(longer)])).toEqual([[PLANT, longer]])
  })

  test('is found in writing without spaces', () => {
    const plant = '由于融雪使水库水位超过溢洪道，工程师在午夜之前打开了两个水闸，以免下游的村庄被淹没'
    expect(shared([`昨天天气很好。${plant}。`, `农民拍摄了洪水。${plant}。`])).toHaveLength(1)
  })

  test('is found in Turkish capitals', () => {
    const plant =
      'Halvern barajındaki mühendisler, eriyen karın suyu taşma sınırının üzerine çıkarması üzerine iki kapağı açtı'
    expect(shared([here(plant), there(plant.toLocaleUpperCase('tr'))])).not.toEqual([])
  })

  test('is found in a new article among others, as when all are compared', () => {
    const texts = [here(PLANT), 'Something else entirely stands in this article.', there(PLANT)]
    expect(shared(texts, ['2'])).toEqual(shared(texts))
    expect(shared(texts, ['1'])).toEqual([])
  })
})

describe('articles that share nothing', () => {
  test.each([
    ['a phrase', 'in the wake of the failed storming of the palace on March 3, 1911'],
    [
      'names and titles',
      'Foreign Minister Ilvar Tesk and his Ordanian counterpart President Mara Quill of Ordania',
    ],
    ['seven words', 'before melting snow had lifted the water'],
  ])('may have %s in common', (_what, plant) => {
    expect(shared([here(plant), there(plant)])).toEqual([])
  })

  test('may have a sentence in common that more than 20 articles have', () => {
    const texts = Array.from({ length: 21 }, (_none, n) => `Article ${n} begins. ${PLANT}. It ends at ${n}.`)
    expect(shared(texts)).toEqual([])
    expect(shared(texts.slice(1))).not.toEqual([])
  })

  const folder = join(import.meta.dirname, '../../../shared/articles')
  test.runIf(existsSync(folder))('are the five articles of a desk', () => {
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(shared(texts)).toEqual([])
  })
})

describe('a text that more than 20 articles have', () => {
  const inLetters = (n: number) => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)
  const prose = (name: string, count: number) =>
    Array.from({ length: count }, (_none, n) => {
      const [one, other] = [n * 7, n * 7 + 3].map((each) => `${name}${inLetters(each)}`)
      return `${one} follows ${other} quietly`
    }).join('. ')
  const report = prose('report', 50)
  /** The number of groups that these articles are in, and of pairs. */
  const grouped = (texts: readonly string[], fresh?: readonly string[]) => {
    const pairs = findSharedText(new Map(texts.map((text, n) => [`${n}`, wordsOf(text).hashes])), fresh)
    return { pairs, groups: new Set(sourceGroups({ ties: new Map() }, pairs).values()).size }
  }
  /** Copies with headlines and last sentences of their own; every third lacks the second half. */
  const copies = Array.from({ length: 45 }, (_none, n) => {
    const text = n % 3 === 0 ? prose('report', 25) : report
    return `${prose(`headline${inLetters(n)}`, 2)}. ${text}. ${prose(`end${inLetters(n)}`, n % 3)}`
  })

  test('makes them one source when it is most of each, in a pair for each copy', () => {
    const { pairs, groups } = grouped(copies)
    expect(groups).toBe(1)
    expect(new Set(pairs.flatMap(({ one, other }) => [one, other])).size).toBe(45)
    expect(pairs.length).toBeLessThan(90)
  })

  test('joins a new copy with the others', () => {
    expect(grouped(copies, ['44']).pairs).toHaveLength(1)
    expect(grouped([...copies, prose('other', 50)], ['45']).pairs).toEqual([])
  })

  /** Thirty articles that are otherwise different, with a paragraph of 40 words at a place. */
  const carrying = (place: 'first' | 'amid' | 'last') =>
    Array.from({ length: 30 }, (_none, n) => {
      const own = [prose(`before${inLetters(n)}x`, 20), prose(`after${inLetters(n)}x`, 20)]
      own.splice({ first: 0, amid: 1, last: 2 }[place], 0, prose('paragraph', 10))
      return own.join('. ')
    })

  test('joins articles that are otherwise different when it is a paragraph of each', () => {
    for (const place of ['first', 'amid'] as const) {
      const { pairs, groups } = grouped(carrying(place))
      expect(groups).toBe(1)
      expect(new Set(pairs.flatMap(({ one, other }) => [one, other])).size).toBe(30)
      expect(pairs.length).toBeLessThan(60)
      for (const { passages } of pairs) {
        expect(passages).toHaveLength(1)
        expect(passages[0]!.matched).toBeGreaterThanOrEqual(40)
      }
    }
  })

  test('joins a new article with one of those that carry the paragraph', () => {
    expect(grouped(carrying('amid'), ['29']).pairs).toHaveLength(1)
    expect(grouped(carrying('amid'), ['0']).pairs).toHaveLength(1)
  })

  test('joins nothing when one outlet puts it between the paragraphs of its articles', () => {
    const corpus = new Map(carrying('amid').map((text, n) => [`${n}`, wordsOf(text).hashes]))
    const outlets = (name: (n: number) => string) =>
      new Map(Array.from(corpus.keys(), (id) => [id, name(Number(id))]))
    const found = (names: ReadonlyMap<string, string>) =>
      findSharedText(corpus, corpus.keys(), undefined, names)
    expect(found(outlets(() => 'valley post'))).toEqual([])
    const pairs = found(outlets((n) => (n < 15 ? 'valley post' : 'halvern news')))
    expect(new Set(sourceGroups({ ties: new Map() }, pairs).values()).size).toBe(1)
  })

  test('joins nothing when it is below each, or a small part of each', () => {
    expect(grouped(carrying('last')).pairs).toEqual([])
    const below = prose('disclaimer', 12)
    expect(
      grouped(Array.from({ length: 30 }, (_none, n) => `${prose(`own${inLetters(n)}`, 50)}. ${below}`)).pairs,
    ).toEqual([])
  })
})

describe('unusual articles', () => {
  test('are the beginning of another', () => {
    const whole = Array.from({ length: 300 }, (_none, n) => `Paragraph${n} tells chapter${n} again.`).join(
      ' ',
    )
    const beginning = whole.slice(0, whole.indexOf(' Paragraph150'))
    expect(shared([whole, beginning])).toEqual([[beginning.slice(0, -1), beginning.slice(0, -1)]])
  })

  test('quote themselves a thousand times', () => {
    const repeated = `${PLANT}. `.repeat(1000)
    expect(shared([repeated])).toEqual([])
    expect(shared([repeated, there(PLANT)]).length).toBeGreaterThan(0)
    expect(shared([repeated, repeated])[0]?.[0].length).toBe(repeated.length - 2)
  })

  test('are empty, or shorter than a shingle', () => {
    expect(shared(['', 'Two words', ''])).toEqual([])
  })
})
