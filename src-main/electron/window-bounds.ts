import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import * as v from 'valibot'
import { JsonFile } from '#host/settings/json-file'

const Side = v.pipe(v.number(), v.integer())

const BoundsSchema = v.object({
  place: v.optional(v.object({ x: Side, y: Side })),
  width: v.optional(v.pipe(Side, v.minValue(640)), 1280),
  height: v.optional(v.pipe(Side, v.minValue(480)), 800),
  maximized: v.optional(v.boolean(), false),
})

export type Bounds = v.InferOutput<typeof BoundsSchema>

/** The size and position of the window, kept in the data folder. */
export class WindowBounds {
  #file: JsonFile<typeof BoundsSchema>

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'window.json'), BoundsSchema, {})
  }

  /** Where to open the window. A position on a screen that is no longer connected is dropped; the size is kept. */
  async read(): Promise<Bounds> {
    const { place, ...rest } = await this.#file.read()
    return place && isOnScreen({ ...place, ...rest }) ? { place, ...rest } : rest
  }

  /** Saves the size and position. A failure is ignored: it is not worth a message. */
  async write(window: BrowserWindow): Promise<void> {
    const { x, y, width, height } = window.getNormalBounds()
    const bounds = { place: { x, y }, width, height, maximized: window.isMaximized() }
    await this.#file.update(() => bounds).catch(() => undefined)
  }
}

/** Pixels between the corners of two windows on one screen. */
const STEP = 32

/** Where to open a second window: on another screen if there is one, else a step from the first. */
export function placeBeside(window: BrowserWindow): Bounds {
  const { x, y, width, height } = window.getNormalBounds()
  const isOn = ({ x: left, y: top, width: across, height: down }: Rectangle) =>
    x + width / 2 >= left &&
    x + width / 2 < left + across &&
    y + height / 2 >= top &&
    y + height / 2 < top + down
  const other = screen.getAllDisplays().find(({ workArea }) => !isOn(workArea))?.workArea
  const place = other ? { x: other.x, y: other.y } : { x: x + STEP, y: y + STEP }
  return { place, width, height, maximized: other !== undefined }
}

/** Whether enough of the title bar is visible on some screen to drag the window. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const shown = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return shown >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
}
