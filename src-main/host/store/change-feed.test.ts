import { expect, test } from 'vitest'
import type { News } from '#api/news'
import { ChangeFeed, CHANGES_KEPT } from './change-feed'

const saved = (revision: number, length = 10) => ({ revision, id: `p${revision}`, patch: [], length })

/** A feed with pages that note what they are told. */
function feedOf(...keys: string[]) {
  const feed = new ChangeFeed(0)
  const told: Record<string, News[]> = {}
  const stops = keys.map((key) => feed.listen(key, (news) => void (told[key] ??= []).push(news)))
  const last = (key: string) => told[key]?.at(-1)
  return { feed, told, last, stops }
}

test('a change is told to all other pages, not to its sender', () => {
  const { feed, told, last } = feedOf('a', 'b', 'c')
  const before = told['a']!.length
  feed.publish(saved(1), 'a')
  expect(told['a']).toHaveLength(before)
  expect([last('b'), last('c')]).toEqual([
    { revision: 1, others: 2, setAside: [], selection: null },
    { revision: 1, others: 2, setAside: [], selection: null },
  ])
})

test('a page that begins to listen is told the revision at once', () => {
  const { feed } = feedOf()
  feed.publish(saved(1))
  const told: News[] = []
  feed.listen('late', (news) => void told.push(news))
  expect(told).toEqual([{ revision: 1, others: 0, setAside: [], selection: null }])
})

test('a page that fails when it is told is not told again, and holds up nobody', () => {
  const { feed, last } = feedOf('before')
  feed.listen('gone', () => {
    throw new Error('destroyed')
  })
  const told: News[] = []
  feed.listen('after', (news) => void told.push(news))
  feed.publish(saved(1))
  expect([last('before')?.revision, told.at(-1)?.revision]).toEqual([1, 1])
  expect(last('before')?.others).toBe(1)
})

test('the changes since a revision are known without a gap, or not at all', () => {
  const feed = new ChangeFeed(7)
  expect(feed.since(7)).toEqual([])
  expect([feed.since(6), feed.since(8)]).toEqual([undefined, undefined])
  for (let revision = 8; revision <= 10; revision++) feed.publish(saved(revision))
  expect(feed.since(8)?.map(({ revision }) => revision)).toEqual([9, 10])
  for (let revision = 11; revision <= 10 + CHANGES_KEPT; revision++) feed.publish(saved(revision))
  expect(feed.since(9)).toBeUndefined()
  expect(feed.since(10)).toHaveLength(CHANGES_KEPT)
})

test('large changes are not all kept', () => {
  const feed = new ChangeFeed(0)
  for (let revision = 1; revision <= 3; revision++) feed.publish(saved(revision, 5_000_000))
  expect([feed.since(1), feed.since(2)?.length]).toEqual([undefined, 1])
  feed.publish(saved(4, 50_000_000))
  expect([feed.since(3), feed.since(4)]).toEqual([undefined, []])
})

test('a selection is told to the other windows, and forgotten with the window that made it', () => {
  const { feed, last, stops } = feedOf('a', 'b')
  feed.select('a', { type: 'claims', ids: ['c1'] })
  expect(last('b')?.selection).toEqual({ type: 'claims', ids: ['c1'] })
  feed.publish(saved(1), 'b')
  expect(last('a')?.selection).toBeNull()
  stops[0]!()
  expect(last('b')).toEqual({ revision: 1, others: 0, setAside: [], selection: null })
})

test('to stop listening twice ends no later listening of the same page', () => {
  const { feed, stops } = feedOf('a')
  const told: News[] = []
  feed.listen('a', (news) => void told.push(news))
  stops[0]!()
  feed.publish(saved(1))
  expect(told.at(-1)?.revision).toBe(1)
})

test('a copy of another program’s version is told to the pages that listen, and to no later one', () => {
  const { feed, last } = feedOf('a', 'b')
  expect(feed.putAside('/copy.json')).toBe(true)
  feed.listen('late', () => undefined)
  feed.publish(saved(1))
  expect([last('a')?.setAside, last('b')?.setAside]).toEqual([['/copy.json'], ['/copy.json']])
  const late: News[] = []
  feed.listen('late', (news) => void late.push(news))
  expect(late.at(-1)?.setAside).toEqual([])
})

test('a copy counts as untold if no page listens, or none can hear', () => {
  const { feed } = feedOf()
  expect(feed.putAside('/copy.json')).toBe(false)
  let isGone = false
  feed.listen('gone', () => {
    if (isGone) throw new Error('destroyed')
  })
  isGone = true
  expect(feed.putAside('/other.json')).toBe(false)
})
