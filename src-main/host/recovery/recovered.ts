import { ContractError } from '#api/errors'
import type { Parsed } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { nameBeside } from '../files/durable-file'
import { journalPathOf } from '../journal/journal'
import type { Decoded } from '../journal/journal-format'
import { parseBytes } from '../store/decode-project'
import type { FileState } from '../store/project-adapter'

/** A file to copy before it is replaced. */
interface Aside {
  readonly from: string
  readonly to: string
}

/** The result of reading a project from the disk. Reading changes nothing. */
export interface Recovered {
  readonly project: Project
  readonly file: FileState
  /** Whether the file has exactly this project, so that opening changed nothing. */
  readonly isAsInFile?: boolean
  /** The format version: lower than `VERSION` if the file was migrated, higher if it can only be viewed. */
  readonly version: number
  /** A sound journal's generation and all of its lines. The first `included` lines are already in the file. */
  readonly journal: {
    readonly generation: string
    readonly lines: readonly string[]
    readonly included: number
  }
  /**
   * What must be replaced before anything is added: the file, together with its journal, or the journal alone; and which
   * files to copy before that.
   */
  readonly mend: 'file' | 'journal' | null
  readonly asides: readonly Aside[]
  /** A project to write to a file of its own first: the one that was here before another replaced it. */
  readonly rescued?: { readonly project: Project; readonly to: string } | undefined
  /** Whether anything is damaged, missing or left out, or may be. */
  readonly harmed: boolean
  /** The copy of the other program's file, if both that program and Counterpoint changed the project. */
  readonly otherVersion: string | null
  /** Sentences for the user. If a copy is made of another program's file, it is not among them: it is offered. */
  readonly messages: readonly string[]
}

/** What was read from the disk, before it is interpreted. */
export interface Read {
  readonly file: FileState
  readonly parsed: Parsed
  readonly journal: Decoded | undefined
  /** Whether a journal cannot be read at all or was removed, so that `journal` is undefined although it had changes. */
  readonly isLost?: boolean
  /** Whether it is only read: then no copies are made, and the messages name none. */
  readonly readOnly: boolean
}

/** The path of a copy, for a message; undefined if it is not made. */
export const keptAs = (
  { readOnly }: Pick<Read, 'readOnly'>,
  { to }: Pick<Aside, 'to'>,
): string | undefined => (readOnly ? undefined : to)

/** The journal, to be copied. */
export const journalAside = (path: string, what = 'damaged'): Aside => ({
  from: journalPathOf(path),
  to: nameBeside(journalPathOf(path), what),
})

/** The project's file, to be copied. */
export const fileAside = (path: string, what: string): Aside => ({ from: path, to: nameBeside(path, what) })

/** The same error, for a file that was not changed. */
export const left = (error: ContractError) =>
  new ContractError(error.code, `${error.message} The file was not changed.`, { cause: error })

/** The content of a project's file. Throws `too-large`. */
export function parsedOf(bytes: Buffer): Parsed {
  try {
    return parseBytes(bytes)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    if (error.code === 'too-large') throw left(error)
    return { ok: false, failure: 'damaged', message: error.message }
  }
}
