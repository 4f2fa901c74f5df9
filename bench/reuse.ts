import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Comparison } from '#domain/reuse/comparison'
import { findSharedText, type SharedText } from '#domain/reuse/find'
import { shinglesOf } from '#domain/reuse/shingles'
import { wordsOf } from '#domain/reuse/words'
import { chance, paragraphsOf, sentence } from './texts'

/** Shares of the words of a planted sentence that are changed in its copy. */
const CHANGED = [0, 0.1, 0.2] as const
const PLANT_WORDS = 20

/** Two articles with a planted sentence, of which a share of the words differs. */
interface Planted {
  readonly one: string
  readonly other: string
  readonly changed: (typeof CHANGED)[number]
}

const drawnWords = (draw: () => number, count: number): string[] => {
  const drawn: string[] = []
  while (drawn.length < count) drawn.push(...sentence(draw).replace('.', '').toLowerCase().split(' '))
  return drawn.slice(0, count)
}

/** Articles of that many words, and sentences of 20 words planted in two of them each: as many for each share. */
function articlesWith(count: number, words: number, plants: number) {
  const draw = chance(11)
  const texts = new Map(
    Array.from({ length: count }, (_none, n) => [`a${n}`, paragraphsOf(words, n + 1)] as const),
  )
  const free = [...texts.keys()].sort(() => draw() - 0.5)
  const planted: Planted[] = []
  for (const changed of CHANGED) {
    for (let n = 0; n < plants; n++) {
      const [one, other] = [free.pop()!, free.pop()!]
      const plant = drawnWords(draw, PLANT_WORDS)
      const copy = [...plant]
      const places = [...plant.keys()].sort(() => draw() - 0.5).slice(0, changed * PLANT_WORDS)
      for (const at of places) copy[at] = `other${Math.floor(draw() * 1e6)}`
      for (const [id, sentenceWords] of [
        [one, plant],
        [other, copy],
      ] as const) {
        const paragraphs = texts.get(id)!
        paragraphs.splice(Math.floor(draw() * paragraphs.length), 0, `${sentenceWords.join(' ')}.`)
      }
      planted.push({ one, other, changed })
    }
  }
  return { texts: new Map([...texts].map(([id, paragraphs]) => [id, paragraphs.join('\n\n')])), planted }
}

const keyOf = ({ one, other }: { one: string; other: string }) => [one, other].sort().join(' ')

/** The share of the planted sentences that were found, in percent, and how many pairs were found where none is planted. */
function rated(found: Iterable<string>, planted: readonly Planted[]) {
  const pairs = new Set(found)
  const recall = CHANGED.map((share) => {
    const these = planted.filter(({ changed }) => changed === share)
    return (100 * these.filter((each) => pairs.has(keyOf(each))).length) / these.length
  })
  const known = new Set(planted.map(keyOf))
  return { recall, wrong: [...pairs].filter((pair) => !known.has(pair)).length }
}

/** Pairs of articles that have eight words in a row in common. */
function plainShingles(corpus: ReadonlyMap<string, Int32Array>): Set<string> {
  const first = new Map<number, string>()
  const pairs = new Set<string>()
  for (const [id, words] of corpus) {
    const hashes = new Uint32Array(words.length)
    const last = shinglesOf(words, 8, hashes)
    for (const hash of hashes.subarray(0, last)) {
      const known = first.get(hash)
      if (known === undefined) first.set(hash, id)
      else if (known !== id) pairs.add(keyOf({ one: known, other: id }))
    }
  }
  return pairs
}

/** The milliseconds of processor time that a function takes, and its result. */
function timed<Answer>(work: () => Answer): { ms: number; answer: Answer } {
  const start = process.cpuUsage()
  const answer = work()
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, answer }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const used = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/**
 * Measures how text that articles share is found: milliseconds, megabytes with the garbage of one run, percent of the
 * planted sentences.
 */
export function measureReuse(count: number, words: number, plants: number, runs: number) {
  const { texts, planted } = articlesWith(count, words, plants)
  const read = () => new Map([...texts].map(([id, text]) => [id, wordsOf(text).hashes]))
  const times: number[] = []
  const memory: number[] = []
  let found: SharedText[] = []
  for (let run = 0; run < runs; run++) {
    collectGarbage()
    const before = used()
    times.push(timed(() => (found = findSharedText(read()))).ms)
    memory.push(used() - before)
  }
  // As the worker has them: all are compared, and one more comes in.
  const comparison = new Comparison()
  const articles = [...texts].map(([id, text]) => ({
    ...{ id, text, publisher: '' },
    blocks: [{ role: 'paragraph' as const, start: 0, end: text.length }],
  }))
  comparison.read(articles)
  comparison.compared()
  const oneMore = Array.from({ length: runs }, () => {
    return timed(() => {
      comparison.read(articles.slice(-1))
      comparison.compared()
    }).ms
  })
  const plain = timed(() => plainShingles(read()))
  return {
    texts,
    times,
    memory,
    oneMore,
    ...rated(found.map(keyOf), planted),
    plain: { time: plain.ms, ...rated(plain.answer, planted) },
  }
}
