import { namedOn, pathOf } from '#domain/weighing/path'
import type { Project } from '#domain/document/project'
import type { WhatIf } from './what-if.svelte'

interface Open {
  readonly session: { readonly project: Project } | undefined
  readonly whatIf: WhatIf
}

/** The claim whose reasons alone the map shows; all else is dimmed. It follows every change of the reasons (P6). */
export class ShownPath {
  #claim = $state<string | undefined>()
  readonly #workspace: Open

  /** The claims and relations on the path; undefined if nothing is dimmed. */
  readonly named: ReturnType<typeof namedOn> | undefined = $derived.by(() => {
    const { session, whatIf } = this.#workspace
    if (!session || !whatIf.weighing || this.#claim === undefined) return undefined
    const path = pathOf(session.project, whatIf.weighing, this.#claim, whatIf.supposing)
    return path && namedOn(path, session.project.relations)
  })

  constructor(workspace: Open) {
    this.#workspace = workspace
  }

  /** The claim whose path is shown. */
  get claim(): string | undefined {
    return this.named && this.#claim
  }

  show(claim: string): void {
    this.#claim = claim
  }

  end(): void {
    this.#claim = undefined
  }
}
