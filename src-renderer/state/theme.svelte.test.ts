// @vitest-environment jsdom
import { flushSync } from 'svelte'
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

test('the page is not styled anew when another setting changes', () => {
  let settings = $state.raw<{ theme: 'light' | 'dark'; zoom: number }>({ theme: 'light', zoom: 1 })
  const theme = new Theme(() => settings.theme, systemOf(false).preference)
  const styled: string[] = []
  const stop = $effect.root(() => {
    $effect(() => void styled.push(theme.name))
  })
  flushSync()
  flushSync(() => (settings = { ...settings, zoom: 2 }))
  flushSync(() => (settings = { ...settings, theme: 'dark' }))
  expect(styled).toEqual(['light', 'dark'])
  stop()
})
