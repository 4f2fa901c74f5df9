import type { Settings } from '#api/endpoints'
import type { Theme as ThemeName } from '#domain/vocabulary/palette'

type Setting = Settings['theme']

/** What the system says about dark mode; `matchMedia` in a browser. */
type SystemPreference = Pick<MediaQueryList, 'matches' | 'addEventListener'>

/** Whether the page is light or dark: by its setting, or else as the system has it now. */
export class Theme {
  #systemIsDark = $state(false)
  readonly #setting: () => Setting

  constructor(setting: () => Setting, system: SystemPreference) {
    this.#setting = setting
    this.#systemIsDark = system.matches
    // The page has one theme for as long as it lives, so this is never unsubscribed.
    system.addEventListener('change', ({ matches }) => (this.#systemIsDark = matches))
  }

  get name(): ThemeName {
    const setting = this.#setting()
    return setting === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : setting
  }

  get isDark(): boolean {
    return this.name === 'dark'
  }
}
