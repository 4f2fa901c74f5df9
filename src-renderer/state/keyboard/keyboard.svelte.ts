import type { Layout } from './layout'
import type { System } from './key-press'

interface LayoutSource {
  getLayoutMap(): Promise<Layout>
}

declare global {
  interface Navigator {
    /** Not in every browser. */
    readonly keyboard?: LayoutSource
  }
}

const systemOf = (platform: string): System =>
  /Mac|iPhone|iPad/.test(platform) ? 'mac' : platform.startsWith('Win') ? 'windows' : 'linux'

/** The keyboard of this computer. */
export class Keyboard {
  readonly system: System
  /** What its keys write; undefined if the browser does not tell. */
  layout = $state.raw<Layout | undefined>()
  readonly #source: LayoutSource | undefined

  constructor(from: { readonly platform: string; readonly keyboard?: LayoutSource }) {
    this.system = systemOf(from.platform)
    this.#source = from.keyboard
  }

  get isMac(): boolean {
    return this.system === 'mac'
  }

  /** Asks what the keys write now. The user may have chosen another layout while another window had the focus. */
  async ask(): Promise<void> {
    const layout = await this.#source?.getLayoutMap().catch(() => undefined)
    // An empty layout says nothing.
    if (layout && layout.size > 0) this.layout = layout
  }
}
