import type * as v from 'valibot'
import type { Patch } from '../document/patch'
import type { Env, Project } from '../document/project'
import type { ViewContext } from './context'

/** The result of a command: what it changes, or why it changes nothing. */
export type Outcome = Done | Refusal

export interface Done {
  readonly patch: Patch
  /** Names the undo entry ("add claim"). */
  readonly label: string
  /** What the screen selects afterwards. */
  readonly select?: Selected | undefined
  /** The claim whose card the open map brings into view. */
  readonly reveal?: string
  /** Undo entries with the same key that follow quickly become one. */
  readonly joins?: string
}

/** Why a command did nothing: a sentence for the user. */
export interface Refusal {
  readonly refusal: string
  readonly instead?: Instead
}

/** What can be done instead of a refused command: the same command with another input, under the title of its button. */
export interface Instead {
  readonly title: string
  readonly input: unknown
}

/** A record that the screen can select. */
export interface Selected {
  readonly type: 'claim' | 'relation' | 'source' | 'map'
  readonly id: string
}

/** A kind of thing that has a context menu. `words` are selected in an article; a `passage` is a marked one. */
export type Subject =
  'card' | 'claim' | 'relation' | 'group' | 'map' | 'words' | 'passage' | 'article' | 'tag'

/** How context menus offer a command. */
export interface InContext {
  /** The subjects whose menu has it whenever it applies. */
  readonly on: readonly Subject[]
  /** Its title there, where it is clear what it acts on. Its usual title if absent. */
  readonly title?: string
  /** The submenu that has it. */
  readonly submenu?: string
  /** Whether it takes something away. The last entries of a menu do. */
  readonly removes?: boolean
}

export type Menu = 'File' | 'Edit' | 'Reading' | 'Claim' | 'Map' | 'View' | 'Help'

/**
 * An action on the document: a pure function of project, input and env (P2). Menu bar, command palette, tooltips and
 * shortcuts take its title, menu and keys from here.
 */
export interface Command<Name extends string, Schema extends v.GenericSchema> {
  readonly name: Name
  /** As shown in menus and in the command palette. */
  readonly title: string
  readonly menu?: Menu
  /** Shortcuts, such as `$mod+Shift+z`; `$mod` is Ctrl, or Command on a Mac. */
  readonly keys?: readonly string[]
  readonly context?: InContext
  readonly input: Schema
  /**
   * Takes the input from the screen, for menus and shortcuts. Returns undefined if the command does not apply.
   * @param key the key that was pressed, if it was one
   */
  from?(context: ViewContext, key?: string): v.InferOutput<Schema> | undefined
  run(project: Project, input: v.InferOutput<Schema>, env: Env): Outcome
}

export type AnyCommand = Command<string, v.GenericSchema>

/** Declares a command. Infers the types of its name and its input. */
export const command = <const Name extends string, Schema extends v.GenericSchema>(
  definition: Command<Name, Schema>,
): Command<Name, Schema> => definition

/** Refuses a command, with a sentence for the user that says why (P11). The project stays as it was. */
export const refuse = (refusal: string, instead?: Instead): Refusal => ({
  refusal,
  ...(instead && { instead }),
})

/** The outcome of a command whose result is there already: an empty patch. */
export const nothing = (label: string): Done => ({ patch: [], label })
