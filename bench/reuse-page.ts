import type { Project } from '#domain/document/project'
import { article, Builder } from '#domain/testing/build'
import { withApp } from './app'

/** How long keys are pressed. The worker needs longer for 10,000 articles. Milliseconds. */
const DURING = 6000

/** A project with these texts as articles. */
export function projectOf(texts: ReadonlyMap<string, string>): Project {
  const builder = new Builder('Benchmark')
  builder.run('source.add', { article: article('Article', 'Words.') })
  const [template] = builder.project.sources.values()
  const sources = [...texts].map(([id, text], n) => {
    const blocks = [{ role: 'paragraph' as const, start: 0, end: text.length }]
    return { ...template!, id, title: `Article ${n + 1}`, text, originalText: text, blocks }
  })
  return { ...builder.project, sources: new Map(sources.map((source) => [source.id, source])) }
}

/**
 * Presses keys in the built app while its worker compares all articles of a project that was just opened.
 * @returns milliseconds from each key to the frame after it
 */
export function measureKeysMeanwhile(project: Project): Promise<number[]> {
  return withApp(project, async (page) => {
    const times: number[] = []
    for (const end = performance.now() + DURING; performance.now() < end;) {
      await page.evaluate(() => void (globalThis.measured = clock.after('keydown', () => true)))
      await page.keyboard.press('ArrowDown')
      times.push(((await page.evaluate(() => globalThis.measured)) as { shown: number }).shown)
    }
    return times
  })
}
