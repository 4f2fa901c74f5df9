import { expect, test } from 'vitest'
import { generationsToKeep } from './retention'

const HOUR = 3600_000
const NOW = new Date('2026-03-08T12:00:00.000Z')
const aged = (hours: number, stored = 1000) => ({
  made: new Date(NOW.getTime() - hours * HOUR).toISOString(),
  stored,
})

test('at least twenty are kept over seven days of work, fewer of the older ones', () => {
  // A state every minute, eight hours a day.
  const all = Array.from({ length: 8 }, (_, day) =>
    Array.from({ length: 480 }, (_, minute) => aged(day * 24 + minute / 60)),
  ).flat()
  const kept = generationsToKeep(all, NOW)
  const hours = kept.map(({ made }) => (NOW.getTime() - Date.parse(made)) / HOUR)
  expect(kept.length).toBeGreaterThanOrEqual(20)
  expect(kept.length).toBeLessThan(100)
  for (let day = 0; day < 7; day++)
    expect(
      hours.some((hour) => hour >= day * 24 && hour < (day + 1) * 24),
      `day ${day}`,
    ).toBe(true)
  expect(hours.filter((hour) => hour < 24).length).toBeGreaterThan(hours.filter((hour) => hour > 48).length)
})

test('the newest are kept however fast they were made, and pruning again keeps the same', () => {
  const quick = Array.from({ length: 50 }, (_, second) => aged(second / 3600))
  const kept = generationsToKeep(quick, NOW)
  // Twenty, and one for the two minutes before them.
  expect(kept.slice(0, 21)).toEqual(quick.slice(0, 21))
  expect(generationsToKeep(kept, NOW)).toEqual(kept)
})

test('after an hour of quick work, one is kept for every two minutes from the beginning', () => {
  const hour = Array.from({ length: 720 }, (_, index) => aged(index / 720))
  const minutes = generationsToKeep(hour, NOW).map(({ made }) => (NOW.getTime() - Date.parse(made)) / 60_000)
  expect(Math.max(...minutes)).toBeGreaterThan(56)
  for (let from = 2; from < 58; from += 2)
    expect(minutes.some((minute) => minute >= from - 0.1 && minute <= from + 4)).toBe(true)
})

test('large ones are limited by size, but at least three are kept', () => {
  const large = Array.from({ length: 30 }, (_, hour) => aged(hour, 300 * 1024 ** 2))
  expect(generationsToKeep(large, NOW)).toEqual(large.slice(0, 3))
  const huge = large.map((each) => ({ ...each, stored: 3 * 1024 ** 3 }))
  expect(generationsToKeep(huge, NOW)).toEqual(huge.slice(0, 3))
})

test('copies of one gibibyte in total are kept, and not one more', () => {
  const quarter = Array.from({ length: 5 }, (_, hour) => aged(hour, 256 * 1024 ** 2))
  expect(generationsToKeep(quarter, NOW)).toEqual(quarter.slice(0, 4))
})

test('one is kept for sixty days, and not longer', () => {
  const recent = Array.from({ length: 20 }, (_, second) => aged(second / 3600))
  const [last, older] = [aged(60 * 24), aged(60 * 24 + 24 * 8)]
  expect(generationsToKeep([...recent, last, older], NOW)).toEqual([...recent, last])
})
