import type { CDPSession, Page } from '@playwright/test'

/** Lets a page count the processor time of its tasks, which does not depend on what else the machine does. */
export async function counting(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Seconds of processor time that tasks of the page have taken. */
export async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
}
