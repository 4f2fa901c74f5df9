// @vitest-environment jsdom
import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { workspaceOf } from './testing/workspace'

test('a setting that is written while an effect ends leaves the change that ended it', () => {
  const { workspace } = workspaceOf(new Builder())
  const stop = $effect.root(() => {
    $effect(() => {
      if (workspace.settings.layout !== 'both') return
      // As the map does, which remembers what it showed when it goes.
      return () => workspace.set({ libraryWidth: 30 })
    })
  })
  flushSync()
  workspace.set({ layout: 'matrix' })
  flushSync()
  expect([workspace.settings.layout, workspace.settings.libraryWidth]).toEqual(['matrix', 30])
  stop()
})
