import type { Settings } from '#api/settings'
import type { Theme as ThemeName } from '#domain/vocabulary/palette'

type Setting = Settings['theme']

/** The system's preference for dark mode; `matchMedia` in a browser. */
export type SystemPreference = Pick<MediaQueryList, 'matches' | 'addEventListener'>

/** Whether the page is light or dark: by its setting, or by the system's preference. */
export class Theme {
  #systemIsDark = $state(false)
  readonly #setting: () => Setting
  // Settings are one value, of which any may have changed: the page is styled anew only if the theme has.
  readonly name: ThemeName = $derived.by(() => {
    const setting = this.#setting()
    return setting === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : setting
  })

  constructor(setting: () => Setting, system: SystemPreference) {
    this.#setting = setting
    this.#systemIsDark = system.matches
    // Never unsubscribed, because the theme lasts as long as the page.
    system.addEventListener('change', ({ matches }) => (this.#systemIsDark = matches))
  }

  get isDark(): boolean {
    return this.name === 'dark'
  }
}
