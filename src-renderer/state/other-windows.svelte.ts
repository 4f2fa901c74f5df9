import type { Followed, News } from '#api/news'
import type { Project } from '#domain/document/project'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import type { Platform } from '../transports/platform'
import type { Session } from './document/session.svelte'
import { reveal, showPassage, type Places } from './navigate'
import type { Selection } from './view/selection'

interface Windows extends Places {
  readonly session: Session | undefined
  readonly platform: Platform
}

/** The other windows that have the project open: what they do is heard here, and what is selected here is told to them. */
export class OtherWindows {
  /** How many there are. */
  count = $state(0)
  /** Whether this window follows the selection of another. */
  follows = $state(false)
  #heard: Followed | undefined
  #telling: ReturnType<typeof setTimeout> | undefined
  #stop: () => void = () => undefined

  constructor(private readonly workspace: Windows) {}

  /** Listens to what happens to a project in other windows. */
  listen(session: Session): void {
    this.leave()
    if (session.readOnly) return
    this.#stop = this.workspace.platform.listen(session.key, {
      hear: (news) => this.#hear(session, news),
      cut: () => session.saver.hear(),
    })
  }

  leave(): void {
    this.#stop()
    this.#stop = () => undefined
    clearTimeout(this.#telling)
    this.#telling = undefined
    this.count = 0
    this.#heard = undefined
  }

  /** Follows the selection of the other windows from now on, or no longer. */
  toggle(): void {
    this.follows = !this.follows
    if (this.follows) this.#follow()
  }

  /** Tells the other windows a little later what is selected here, because a selection follows another quickly. */
  tell(): void {
    if (this.count > 0) this.#telling ??= setTimeout(() => this.#tell())
  }

  #tell(): void {
    this.#telling = undefined
    const { session, view, platform } = this.workspace
    const selection = followed(view.selection)
    // A selection that was followed is not told back.
    if (!session || !selection || alike(selection, this.#heard)) return
    void platform.client.call('project.select', { key: session.key, selection }).catch(() => undefined)
  }

  #hear(session: Session, { revision, others, setAside, selection }: News): void {
    session.hear(revision)
    for (const path of setAside) session.hearOfCopy(path)
    this.count = others
    if (!selection || alike(selection, this.#heard)) return
    this.#heard = selection
    if (this.follows) this.#follow()
  }

  /** Selects what another window has selected, and shows it in the panes that are open. */
  #follow(): void {
    const { session, view, panes, settings } = this.workspace
    if (!session || !this.#heard) return
    const selection = present(session.project, this.#heard)
    if (selection.type === 'sources' && selection.ids[0] !== undefined) view.openSource(selection.ids[0])
    view.select(selection)
    const [claim, ...more] = view.claims
    if (claim === undefined || more.length > 0) return
    reveal(this.workspace, claim)
    const excerpts = excerptsByClaim(session.project).get(claim) ?? []
    const excerpt = excerpts.find(({ source }) => source === view.source) ?? excerpts[0]
    if (excerpt && settings.layout !== 'map') showPassage({ view, panes }, excerpt)
  }
}

const alike = (a: Followed, b: Followed | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The most selected claims or articles that are told. */
const MOST = 1000

/** A selection as other windows can follow it; undefined for what belongs to this window alone. */
function followed(selection: Selection): Followed | undefined {
  switch (selection.type) {
    case 'claims':
    case 'sources':
      return { type: selection.type, ids: selection.ids.slice(0, MOST) }
    case 'cell':
    case 'report':
    case 'review':
    case 'decisions':
    case 'shared':
      return undefined
    default:
      return selection
  }
}

/** A selection without the records that this window does not have. */
export function present(project: Project, selection: Selection): Selection {
  switch (selection.type) {
    case 'claims':
    case 'sources': {
      const { type } = selection
      const ids = selection.ids.filter((id) => project[type].has(id))
      if (ids.length === selection.ids.length) return selection
      return ids.length > 0 ? { type, ids } : { type: 'none' }
    }
    case 'relation':
      return project.relations.has(selection.id) ? selection : { type: 'none' }
    case 'cell': {
      const isThere = project.rows.has(selection.row) && project.claims.has(selection.hypothesis)
      return isThere ? selection : { type: 'none' }
    }
    default:
      return selection
  }
}
