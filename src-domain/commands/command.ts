import type * as v from 'valibot'
import type { Patch } from '../document/patch'
import type { Env, Project } from '../document/project'
import type { ViewContext } from './context'

/** What a command answers: the changes and, where the screen should turn to something new, what that is; or a refusal. */
export type Outcome =
  | { readonly patch: Patch; readonly label: string; readonly select?: Selected; readonly joins?: string }
  | { readonly refusal: string }

/** A thing that can be selected. */
export interface Selected {
  readonly type: 'claim' | 'relation' | 'source' | 'map'
  readonly id: string
}

export type Menu = 'File' | 'Edit' | 'Reading' | 'Claim' | 'Map' | 'View' | 'Help'

/**
 * One intention of the user's: a pure function of project, input and env (P2). Its title, keys and menu place are said
 * here once; menu bar, palette, tooltips and shortcuts read them.
 */
export interface Command<Name extends string, Schema extends v.GenericSchema> {
  readonly name: Name
  /** As menus and the palette show it. */
  readonly title: string
  readonly menu?: Menu
  /** In tinykeys notation; `$mod` is Ctrl, or Command on a Mac. */
  readonly keys?: readonly string[]
  readonly input: Schema
  /** The input taken from what is on screen when a menu item or a key asks for it; undefined when it does not apply. */
  from?(context: ViewContext, key?: string): v.InferOutput<Schema> | undefined
  run(project: Project, input: v.InferOutput<Schema>, env: Env): Outcome
}

export type AnyCommand = Command<string, v.GenericSchema>

/** Declares a command, so that its name and its input are known to the compiler. */
export const command = <const Name extends string, Schema extends v.GenericSchema>(
  definition: Command<Name, Schema>,
): Command<Name, Schema> => definition

/** A refusal in words (P11): what was wrong; the project stays as it was. */
export const refuse = (refusal: string): Outcome => ({ refusal })

/** A patch that changes nothing: asked for what is so already. */
export const nothing = (label: string): Outcome => ({ patch: [], label })
