import type { Page } from '@playwright/test'
import { exportFile } from '#host/pictures/export-file'
import { exportFormat } from '#host/pictures/export-format'
import { withApp } from './app'
import { drag, moveMap, type MapMoves } from './map-moves'
import { LARGE_MAP, type mapProject } from './projects'
import { timed } from './statistics'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'

type Measured = { shown: number; work: number }

/** Chooses the map in the list and waits for its first cards. */
async function openMap(page: Page): Promise<number> {
  await page.evaluate(
    () =>
      void (globalThis.measured = clock.after(
        'change',
        () => !!document.querySelector('.svelte-flow__node'),
      )),
  )
  await page.getByLabel('Open map').selectOption({ label: LARGE_MAP })
  const { shown } = (await page.evaluate(() => globalThis.measured)) as Measured
  await page.waitForTimeout(1500)
  return shown
}

/** Undoes moving a card: from the key to the frame after the one with the card in its old position. */
async function undo(page: Page): Promise<number> {
  await drag(page)
  await page.evaluate(() => {
    const places = () =>
      [...document.querySelectorAll<HTMLElement>('.svelte-flow__node')]
        .map(({ style }) => style.transform)
        .join()
    const before = places()
    globalThis.measured = clock.after('keydown', () => places() !== before)
  })
  await page.keyboard.press('Control+z')
  const { shown } = (await page.evaluate(() => globalThis.measured)) as Measured
  await page.waitForTimeout(500)
  return shown
}

/** Measures a large map on screen, on a new copy, because a map is shown again where it was left. */
export async function measureMap({
  project,
}: ReturnType<typeof mapProject>): Promise<MapMoves & { undo: number }> {
  let undone = NaN
  const moves = await withApp(project, async (page) =>
    moveMap(page, {
      open: await openMap(page),
      deselect: () => page.keyboard.press('Escape'),
      undo: async () => {
        undone = await undo(page)
      },
    }),
  )
  return { ...moves, undo: undone }
}

/** Milliseconds in which the host draws a picture of a map. */
export async function measurePicture(
  name: 'svg' | 'png',
  { project, map }: ReturnType<typeof mapProject>,
  scale: number,
  runs: number,
): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    times.push(
      (await timed(() => exportFile(exportFormat(name), { project, map, ...DEFAULT_LOOK, scale }))).ms,
    )
  }
  return times
}
