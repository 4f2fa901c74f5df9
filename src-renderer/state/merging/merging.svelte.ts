import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { PROJECT_ENDINGS } from '#domain/formats/import/catalogue'
import { areRelated } from '#domain/merge/merge-projects'
import { doubtfulRemovals, type MissingRecords } from '#domain/merge/missing-records'
import type { Platform } from '../../transports/platform'
import type { Session } from '../document/session.svelte'
import { uploadFile } from '../importing/upload-file'
import { knownBase, versionMerge, type ProjectFile, type VersionMerge } from './version-merge'

const CHOOSABLE = PROJECT_ENDINGS.map((ending) => `.${ending}`)

/** What the user is asked before another version is merged. */
export interface MergeQuestion {
  /** The name of the other version's file. */
  readonly fileName: string
  /** The common state, if it is known. Then so much is missing in the other version that it may not come from there. */
  readonly base: { readonly missing: MissingRecords } | undefined
  readonly isBusy: boolean
  /** Why a chosen file cannot be the common state. */
  readonly problem: string
}

/**
 * `merge`: without a common state, or with one and all that the other version lacks removed. `keep`: with one, and nothing
 * removed that the other version lacks.
 */
export type MergeAnswer = 'merge' | 'keep' | 'cancel'

/** Merges other versions of the open project, and asks what their files do not tell. */
export class Merging {
  /** The question that waits. Call `answer` or `chooseBase`. */
  question = $state.raw<MergeQuestion | undefined>()
  #base: ProjectFile | undefined
  #sides: readonly Project[] = []
  #settle: (answer: MergeAnswer) => void = () => undefined

  constructor(private readonly platform: Pick<Platform, 'client' | 'chooseImports'>) {}

  /**
   * Prepares the merge of another version into the open project.
   * @param fileName of the other version, for the question
   * @returns undefined if the user cancels it
   */
  async prepare(session: Session, theirs: ProjectFile, fileName: string): Promise<VersionMerge | undefined> {
    await session.saver.flush()
    this.#base = await knownBase(this.platform.client, session.key, theirs)
    this.#sides = [session.project, theirs.project]
    let answer: MergeAnswer = 'merge'
    if (!this.#base || this.#missing()) {
      this.question = { fileName, base: this.#asked(), isBusy: false, problem: '' }
      answer = await new Promise<MergeAnswer>((resolve) => (this.#settle = resolve))
      this.question = undefined
    }
    return answer === 'cancel'
      ? undefined
      : versionMerge(session.project, theirs, this.#base, answer === 'keep')
  }

  answer(answer: MergeAnswer): void {
    this.#settle(answer)
  }

  /** Lets the user choose the file with the common state, and merges with it unless something is to be asked. */
  async chooseBase(): Promise<void> {
    const { client } = this.platform
    const [file] = (await this.platform.chooseImports(CHOOSABLE)).files
    const question = this.question
    if (!file || !question) return
    this.question = { ...question, isBusy: true, problem: '' }
    try {
      const given = await uploadFile(client, file, { isCancelled: () => false, progress: () => undefined })
      const imported = await client.call('import.read', { ...given, job: crypto.randomUUID() })
      const text = imported.kind === 'project' ? imported.file : ''
      const loaded = load(text)
      if (!loaded.ok) throw new Error(`“${file.fileName}” is not a project.`)
      if (!this.#sides.every((side) => areRelated(loaded.project, side)))
        throw new Error(`“${file.fileName}” shares nothing with the two versions. Choose another file.`)
      this.#base = { text, project: loaded.project }
      if (this.#missing()) this.question = { ...question, base: this.#asked(), problem: '' }
      else this.#settle('merge')
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      this.question = { ...question, problem }
    }
  }

  #missing(): MissingRecords | undefined {
    const theirs = this.#sides[1]
    return this.#base && theirs && doubtfulRemovals(this.#base.project, theirs)
  }

  #asked(): MergeQuestion['base'] {
    const missing = this.#missing()
    return missing && { missing }
  }
}
