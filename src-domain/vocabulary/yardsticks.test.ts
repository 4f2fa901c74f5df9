import { expect, test } from 'vitest'
import { vectors } from '../testing/vectors'
import { addsUp, YARDSTICKS, type Term, type YardstickName } from './yardsticks'

interface Words {
  yardsticks: Record<YardstickName, Term[]>
  adds: {
    yardstick: YardstickName
    terms: string[]
    exhaustive: boolean
    low: number
    high: number
    fits: boolean
  }[]
}

const words = vectors<Words>('words')

test('the yardsticks have the words and ranges of their standards', () => {
  expect(YARDSTICKS).toEqual(words.yardsticks)
})

test.each(words.adds)(
  '$yardstick: $terms add up: $fits',
  ({ yardstick, terms, exhaustive, low, high, fits }) => {
    expect(addsUp(yardstick, terms, exhaustive)).toEqual({ low, high, fits })
  },
)
