const FACTOR = 0x9e3779b1

/**
 * Writes the hash of every `size` words in a row into a list that is long enough.
 * @returns how many there are
 */
export function shinglesOf(words: Int32Array, size: number, into: Uint32Array): number {
  const count = words.length - size + 1
  if (count <= 0) return 0
  // A polynomial that rolls on: the first word of it goes and the next comes (Karp and Rabin 1987).
  let leaving = 1
  let rolled = 0
  for (let k = 0; k < size; k++) {
    rolled = (Math.imul(rolled, FACTOR) + (words[k]! >> 1)) | 0
    if (k > 0) leaving = Math.imul(leaving, FACTOR)
  }
  for (let at = 0; ; at++) {
    into[at] = mixed(rolled)
    if (at + 1 === count) return count
    rolled = (rolled - Math.imul(words[at]! >> 1, leaving)) | 0
    rolled = (Math.imul(rolled, FACTOR) + (words[at + size]! >> 1)) | 0
  }
}

/** The hash of `size` words in a row, from one on; the same as that of `shinglesOf`. */
export function shingleAt(words: Int32Array, at: number, size: number): number {
  let rolled = 0
  for (let k = at; k < at + size; k++) rolled = (Math.imul(rolled, FACTOR) + (words[k]! >> 1)) | 0
  return mixed(rolled) >>> 0
}

function mixed(rolled: number): number {
  const once = Math.imul(rolled ^ (rolled >>> 15), 0x85ebca6b)
  return once ^ (once >>> 13)
}

/** A set of hashes that may say yes to one that was never added: one bit for each of the last digits of a hash. */
export class Sieve {
  readonly #bits: Uint32Array
  readonly #mask: number

  /** @param count how many hashes are added; the more room there is, the fewer answers are wrong */
  constructor(count: number) {
    const size = 2 ** Math.min(28, Math.max(18, Math.ceil(Math.log2(count + 1)) + 4))
    this.#bits = new Uint32Array(size / 32)
    this.#mask = size - 1
  }

  add(hash: number): void {
    const bit = hash & this.#mask
    this.#bits[bit >>> 5]! |= 1 << (bit & 31)
  }

  has(hash: number): boolean {
    const bit = hash & this.#mask
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
  }
}

/** The places of one shingle, in the order of addition. */
export interface ShinglePlaces {
  readonly size: number
  /** The number of the article at an index. */
  readonly article: (index: number) => number
  /** The index of the first word in that article. */
  readonly at: (index: number) => number
}

/** Places of shingles: the hash, the number of the article, and the index of the first word. It grows as needed. */
export class Places {
  #columns = [new Uint32Array(1024), new Uint32Array(1024), new Uint32Array(1024)] as const
  length = 0

  add(hash: number, article: number, at: number): void {
    if (this.length === this.#columns[0].length) {
      const larger = (column: Uint32Array) => {
        const grown = new Uint32Array(column.length * 2)
        grown.set(column)
        return grown
      }
      const [hashes, articles, places] = this.#columns
      this.#columns = [larger(hashes), larger(articles), larger(places)]
    }
    const [hashes, articles, places] = this.#columns
    hashes[this.length] = hash
    articles[this.length] = article
    places[this.length++] = at
  }

  /** The places of every hash that occurs more than once. */
  *groups(): Iterable<ShinglePlaces> {
    const [hashes, articles, places] = this.#columns
    const order = sortedBy(hashes.subarray(0, this.length))
    for (let from = 0; from < order.length;) {
      const hash = hashes[order[from]!]!
      let to = from + 1
      while (to < order.length && hashes[order[to]!] === hash) to++
      if (to - from > 1) {
        const first = from
        const article = (index: number) => articles[order[first + index]!]!
        yield { size: to - from, article, at: (index) => places[order[first + index]!]! }
      }
      from = to
    }
  }
}

/** The indexes of numbers in their order; equal ones keep theirs. A radix sort by halves of 16 bits. */
function sortedBy(numbers: Uint32Array): Uint32Array {
  let order = Uint32Array.from({ length: 0 })
  for (const shift of [0, 16]) {
    const next = new Uint32Array(65537)
    for (const each of numbers) next[((each >>> shift) & 0xffff) + 1]!++
    for (let i = 0; i < 65536; i++) next[i + 1]! += next[i]!
    const sorted = new Uint32Array(numbers.length)
    for (let i = 0; i < numbers.length; i++) {
      const index = shift === 0 ? i : order[i]!
      sorted[next[(numbers[index]! >>> shift) & 0xffff]!++] = index
    }
    order = sorted
  }
  return order
}
