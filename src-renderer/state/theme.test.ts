import { expect, test } from 'vitest'
import { Theme } from './theme.svelte'

/** A system preference that can be changed. */
function systemOf(matches: boolean) {
  const system = new EventTarget() as EventTarget & { matches: boolean }
  system.matches = matches
  const turn = (dark: boolean) => {
    system.matches = dark
    system.dispatchEvent(Object.assign(new Event('change'), { matches: dark }))
  }
  return { preference: system as unknown as MediaQueryList, turn }
}

test('the theme follows the system unless it is set', () => {
  const { preference, turn } = systemOf(false)
  const theme = new Theme(() => 'system', preference)
  expect(theme.name).toBe('light')
  turn(true)
  expect(theme.name).toBe('dark')
})

test('the user’s setting takes precedence over the system', () => {
  const { preference, turn } = systemOf(false)
  const theme = new Theme(() => 'light', preference)
  turn(true)
  expect(theme.isDark).toBe(false)
})
