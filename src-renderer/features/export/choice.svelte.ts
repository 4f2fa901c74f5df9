import type { Input } from '#api/endpoints'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'

export const SCALES = [1, 1.5, 2, 3, 4, 6, 8] as const

export const THEMES = { light: 'Light', dark: 'Dark' } as const

export const PAPER_WORDS = {
  fitted: 'One page as large as the map',
  A4: 'A4',
  A3: 'A3',
  Letter: 'Letter',
} as const

export const PARTS = {
  map: 'The whole map',
  claims: 'The selected cards',
  branch: 'The branch under',
} as const

/** The choices in the dialog. They last as long as the page, so that a second picture looks like the first. */
class Choice {
  name = $state(EXPORT_FORMATS[0]!.name)
  theme = $state<keyof typeof THEMES | undefined>()
  scale = $state<number>(2)
  paper = $state<keyof typeof PAPER_WORDS>('fitted')
  title = $state(true)
  legend = $state(true)
  caveat = $state(true)
  notes = $state(false)
  transparent = $state(false)
  asOnScreen = $state(false)

  /** The options for the host, without the project, the map and the part of it. */
  get look(): Pick<
    Input<'project.export'>,
    'format' | 'scale' | 'paper' | 'title' | 'legend' | 'caveat' | 'notes' | 'transparent' | 'asOnScreen'
  > {
    const { name, scale, paper, title, legend, caveat, notes, transparent, asOnScreen } = this
    return { format: name, scale, paper, title, legend, caveat, notes, transparent, asOnScreen }
  }
}

export const choice = new Choice()
