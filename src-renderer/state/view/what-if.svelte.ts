import type { Project } from '#domain/document/project'
import type { Scenario } from '#domain/records/scenario'
import {
  scenarioOf,
  supposedIn,
  supposesNothing,
  SUPPOSING_NOTHING,
  toggled,
  type Supposable,
  type SupposedIds,
  type Supposing,
} from '#domain/weighing/supposing'
import { supposedThings } from '#domain/weighing/supposing-in-words'
import { weighingOf, type Weighing } from '#domain/weighing/weigh'
import { changesByClaim, type VerdictChange } from '#domain/weighing/what-if'

interface Open {
  readonly session: { readonly project: Project } | undefined
}

const NO_CHANGES: ReadonlyMap<string, VerdictChange> = new Map()

/** Beyond this many claims a project is weighed when it rests, so that typing does not wait for verdicts. */
export const LARGE = 20_000
/** How long a large project has to be left alone. Milliseconds. */
export const REST = 200

/** What the user supposes, and the verdicts that follow. It is in no patch and not in the project file (P6). */
export class WhatIf {
  #chosen = $state.raw<Supposing>(SUPPOSING_NOTHING)
  readonly #workspace: Open
  readonly #project = $derived.by(() => this.#workspace.session?.project)

  #rested = $state.raw<Project>()

  /** The project that is weighed: the open one, or a large one as it last rested. */
  readonly #weighed = $derived.by(() => {
    const project = this.#project
    if (!project || project.claims.size <= LARGE) return project
    return this.#rested?.about.id === project.about.id ? this.#rested : undefined
  })

  /** Whether a large project has changed since it was weighed. */
  readonly isBehind: boolean = $derived.by(() => this.#weighed !== this.#project)

  /** What is supposed now, of what is in the project. */
  readonly supposing: Supposing = $derived.by(() =>
    this.#project ? supposedIn(this.#project, this.#chosen) : SUPPOSING_NOTHING,
  )

  /** Whether anything is supposed. */
  readonly isOn: boolean = $derived(!supposesNothing(this.supposing))

  /** The open project weighed, as supposed; undefined while none is open. */
  readonly weighing: Weighing | undefined = $derived.by(
    () => this.#weighed && weighingOf(this.#weighed, this.supposing),
  )

  /** The claims whose verdicts change by what is supposed. */
  readonly changes: ReadonlyMap<string, VerdictChange> = $derived.by(() =>
    this.#weighed && this.weighing && this.isOn
      ? changesByClaim(weighingOf(this.#weighed), this.weighing)
      : NO_CHANGES,
  )

  /** Whether there is more to list than the bar says: changed verdicts, or several things that are supposed. */
  readonly hasList: boolean = $derived.by(
    () =>
      this.changes.size > 0 ||
      (this.#project !== undefined && supposedThings(this.#project, this.supposing).length > 1),
  )

  /** The scenario that supposes exactly this, if one is kept. */
  readonly scenario: Scenario | undefined = $derived.by(() =>
    this.#project && this.isOn ? scenarioOf(this.#project.scenarios.values(), this.supposing) : undefined,
  )

  constructor(workspace: Open) {
    this.#workspace = workspace
  }

  /** Weighs a large project once it rests. To be called in an effect: returns a function that calls it off. */
  rest(): (() => void) | undefined {
    const project = this.#project
    if (!this.isBehind) return undefined
    const timer = setTimeout(() => (this.#rested = project), REST)
    return () => clearTimeout(timer)
  }

  /** Supposes things, or no longer if all of them are supposed. */
  toggle(what: Supposable, ids: readonly string[]): void {
    this.#chosen = toggled(this.supposing, what, ids)
  }

  /** The ids of what is supposed, for a scenario or an export; undefined if nothing is. */
  get ids(): SupposedIds | undefined {
    if (!this.isOn) return undefined
    const { sources, claims, relations, given } = this.supposing
    return {
      sources: [...sources],
      claims: [...claims],
      relations: [...relations],
      given: [...given],
    }
  }

  /** Supposes something else instead. */
  suppose(supposing: Supposing): void {
    this.#chosen = supposing
  }

  /** Supposes nothing any more. */
  end(): void {
    this.#chosen = SUPPOSING_NOTHING
  }

  /** What is supposed of a claim itself. */
  of(claim: string): 'off' | 'true' | undefined {
    if (this.supposing.claims.has(claim)) return 'off'
    return this.supposing.given.has(claim) ? 'true' : undefined
  }
}
