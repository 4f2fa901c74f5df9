import type { Page } from '@playwright/test'
import type { App } from './app'
import { map, startProject } from './desk'
import { typeClaim } from './keys'

export const FIRST = 'It was a bargain'
export const SECOND = 'It was a bribe'

/** A new project with two claims, which are typed. */
export async function startWithClaims(app: App, title: string): Promise<Page> {
  await startProject(app, title)
  await typeClaim(app.page, FIRST)
  await typeClaim(app.page, SECOND)
  return app.page
}

/** The node of the map whose card has these words. */
export const node = (page: Page, words: string) =>
  map(page).locator('.svelte-flow__node').filter({ hasText: words })
