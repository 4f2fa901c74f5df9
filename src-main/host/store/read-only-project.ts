import { realpath } from 'node:fs/promises'
import type { ContractError } from '#api/errors'
import { VERSION, type Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { recoverProject } from '../recovery/recover-project'
import type { Recovered } from '../recovery/recovered'
import { GenerationStore } from '../history/version-history'
import { isFree } from './project-lock'

/** How often a project is read again while its writer is replacing it, and the milliseconds between. */
const TRIES = 5
const BETWEEN = 200

/** A project that is open for reading: another Counterpoint has it open, or its format is newer. */
export class ReadOnlyProject {
  private constructor(
    readonly path: string,
    readonly project: Project,
    readonly document: string,
    readonly readOnly: { readonly why: 'locked' | 'newer'; readonly sentence: string },
  ) {}

  /**
   * Opens a project for reading that cannot be edited. Changes nothing on the disk.
   * @param refusal why it cannot be edited; thrown if it cannot be read either
   */
  static async open(path: string, dataFolder: string, refusal: ContractError): Promise<ReadOnlyProject> {
    if (refusal.code !== 'locked' && refusal.code !== 'newer-version') throw refusal
    const real = await realpath(path)
    const { project, version, messages } = await found(real, dataFolder, refusal)
    const newer = version > VERSION
    // If it is both locked and newer, the version counts: releasing the lock would not make it editable.
    if (!newer && refusal.code === 'newer-version') throw refusal
    const readOnly = {
      why: newer ? 'newer' : 'locked',
      sentence: newer ? messages[0]! : refusal.message,
    } as const
    return new ReadOnlyProject(real, project, save(project), readOnly)
  }

  /** Whether it could be edited now. */
  isFree = async (): Promise<boolean> => this.readOnly.why === 'locked' && isFree(this.path)
}

async function found(path: string, dataFolder: string, refusal: ContractError): Promise<Recovered> {
  for (let tried = 1; ; tried++) {
    const read = await recoverProject(path, GenerationStore.of(dataFolder, path)).catch(
      (error: unknown) => error,
    )
    if (!(read instanceof Error) && !(read as Recovered).mend) return read as Recovered
    if (tried === TRIES) throw refusal
    await new Promise((done) => setTimeout(done, BETWEEN))
  }
}
