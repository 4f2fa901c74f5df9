import type { Page } from '@playwright/test'

/** The measuring functions of a page. It runs in the page, so it may not use anything from outside. */
function installClock() {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())))
  /** Resolves when the page is idle, before any other waiting task, such as an answer of the server. */
  const task = () =>
    new Promise<number>((done) => {
      void scheduler.postTask(() => done(performance.now()), { priority: 'user-blocking' })
    })

  /**
   * Measures from the next event of a type to the frame in which something exists. `shown` ends when the following
   * frame begins; `work` is the time in the handlers and in all frames until then, without waiting for the screen.
   */
  const after = (type: string, isThere: () => boolean) =>
    new Promise<{ shown: number; work: number }>((done) => {
      const begin = async ({ timeStamp }: Event) => {
        const start = performance.now()
        const handled = task()
        let drawing = await frame()
        let work = Math.min(await handled, drawing) - start
        while (!isThere()) {
          const [drawn, next] = await Promise.all([task(), frame()])
          work += drawn - drawing
          drawing = next
        }
        const [drawn, next] = await Promise.all([task(), frame()])
        done({ shown: next - timeStamp, work: work + drawn - drawing })
      }
      addEventListener(type, (event) => void begin(event), { capture: true, once: true })
    })

  /** Milliseconds between frames, for `during` milliseconds. */
  const frames = async (during: number) => {
    const gaps: number[] = []
    const start = await frame()
    for (let last = start; last < start + during;) {
      const now = await frame()
      gaps.push(now - last)
      last = now
    }
    return gaps
  }

  Object.assign(globalThis, { clock: { after, frames, frame } })
}

declare global {
  var clock: {
    after(type: string, isThere: () => boolean): Promise<{ shown: number; work: number }>
    frames(during: number): Promise<number[]>
    frame(): Promise<number>
  }
  /** The current measurement of a page. */
  var measured: Promise<unknown>
}

export const addClock = (page: Page): Promise<void> => page.evaluate(installClock)

/** Milliseconds between frames while the mouse wheel turns over the middle of an element for three seconds. */
export async function framesWhileScrolling(page: Page, selector: string): Promise<number[]> {
  const box = (await page.locator(selector).boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(300, box.height / 2))
  await page.evaluate(() => void (globalThis.measured = clock.frames(3000)))
  for (const end = performance.now() + 3000; performance.now() < end;) {
    await page.mouse.wheel(0, 120)
    await new Promise((done) => setTimeout(done, 16))
  }
  return page.evaluate(() => globalThis.measured as Promise<number[]>)
}
