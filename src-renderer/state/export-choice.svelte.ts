import type { Input } from '#api/endpoints'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import { DEFAULT_LOOK, type PictureLook } from '#domain/formats/export/picture-options'

/** What is chosen in the export dialog. It lasts as long as the page, so that a second picture is like the first. */
export class ExportChoice {
  format = $state(EXPORT_FORMATS[0]!.name)
  asOnScreen = $state(false)
  /** A picture for a slide is sharp at twice the size of the map. */
  look = $state<PictureLook>({ ...DEFAULT_LOOK, scale: 2 })

  /** @param theme the colours that the page has now */
  constructor(theme: PictureLook['theme']) {
    this.look.theme = theme
  }

  /** What the host is asked for, aside from the project, the map and the part of it. */
  get asked(): Omit<Input<'project.export'>, 'key' | 'map' | 'claims' | 'branch'> {
    return { format: this.format, asOnScreen: this.asOnScreen, ...this.look }
  }
}
