import type { Project } from '#domain/document/project'
import { NO_FILTERS } from '../src-renderer/features/search/filters'
import { groupResults } from '../src-renderer/features/search/results'
import { SearchIndex } from '../src-renderer/features/search/search-index'
import { withApp } from './app'
import { median, percentile, timed } from './statistics'

/** The queries, typed key by key: frequent words, rare ones, several, and a misspelt one. */
const QUERIES = ['government', 'the question of power', 'experience', 'beginnning']

const typed = (query: string): string[] => Array.from(query, (_, end) => query.slice(0, end + 1))

/** Milliseconds of finding and grouping for each run: the median and the slowest of all keys. */
export async function measureFinding(project: Project, runs: number) {
  const index = new SearchIndex()
  const { ms: indexing } = await timed(() => index.update(project))
  const [middle, slowest]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const times: number[] = []
    for (const query of QUERIES.flatMap(typed)) {
      times.push((await timed(() => groupResults(project, index.find(query).hits, NO_FILTERS))).ms)
    }
    middle.push(median(times))
    slowest.push(Math.max(...times))
  }
  return { indexing, middle, slowest }
}

/**
 * The same in the app: from a key in the field to the frame after the one with the results. A run types all queries.
 */
export function measureSearchBox(project: Project, runs: number) {
  return withApp(project, async (page) => {
    await page.keyboard.press('Control+Shift+f')
    const box = page.getByRole('combobox', { name: 'Find in everything' })
    await box.fill('the')
    await page.waitForTimeout(1000)
    const { ms: indexing } = await timed(() =>
      page.waitForFunction(
        () => !/still|being read|%/.test(document.querySelector('dialog')?.textContent ?? ''),
      ),
    )
    const [middle, slow]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      const times: number[] = []
      for (const query of QUERIES) {
        await box.fill('')
        for (const key of query) {
          await page.evaluate(() => void (globalThis.measured = clock.after('input', () => true)))
          await page.keyboard.type(key)
          times.push(((await page.evaluate(() => globalThis.measured)) as { shown: number }).shown)
        }
      }
      middle.push(median(times))
      slow.push(percentile(times, 0.95))
    }
    return { indexing, middle, slow }
  })
}
