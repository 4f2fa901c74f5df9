import type { Page } from '@playwright/test'
import { exportFile } from '#host/pictures/export-file'
import { exportFormat } from '#host/pictures/export-format'
import { withApp } from './app'
import { choose, drag, pan, zoom, type MapMoves } from './map-moves'
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

/** Measures a large map on screen. */
export async function measureMap(
  { project }: ReturnType<typeof mapProject>,
  runs: number,
): Promise<MapMoves & { undo: number[] }> {
  const moves: MapMoves & { undo: number[] } = {
    open: [],
    panning: [],
    zooming: [],
    dragging: [],
    selecting: [],
    undo: [],
  }
  for (let run = 0; run < runs; run++) {
    // Each run begins with a new copy, because a map is shown again where it was left.
    await withApp(project, async (page) => {
      moves.open.push(await openMap(page))
      moves.selecting.push(await choose(page))
      await page.keyboard.press('Escape')
      moves.panning.push(await pan(page))
      moves.dragging.push(await drag(page))
      moves.undo.push(await undo(page))
      moves.zooming.push(await zoom(page))
    })
  }
  return moves
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
