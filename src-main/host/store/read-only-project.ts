import { realpath } from 'node:fs/promises'
import type { ContractError } from '#api/errors'
import { VERSION, type Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { recoverProject, type Recovered } from '../recovery/recover-project'
import { GenerationStore } from '../history/version-history'
import { isFree } from './project-lock'

/** So often a project that its writer is just about to write is read again, and after how long. */
const TRIES = 5
const BETWEEN = 200

/** A project that is open for reading only: another Counterpoint has it, or its file is of a newer version. */
export class ReadOnlyProject {
  private constructor(
    readonly path: string,
    readonly project: Project,
    readonly document: string,
    readonly readOnly: { readonly why: 'locked' | 'newer'; readonly sentence: string },
  ) {}

  /**
   * Opens for reading what could not be opened for work. Nothing on the disk is changed.
   * @param refusal why it could not; thrown when it cannot be read either
   */
  static async open(path: string, dataFolder: string, refusal: ContractError): Promise<ReadOnlyProject> {
    if (refusal.code !== 'locked' && refusal.code !== 'newer-version') throw refusal
    const real = await realpath(path)
    const { project, version, told } = await found(real, dataFolder, refusal)
    const newer = version > VERSION
    // A file that is both is for looking at in any case; that its holder has gone would change nothing.
    if (!newer && refusal.code === 'newer-version') throw refusal
    const readOnly = {
      why: newer ? 'newer' : 'locked',
      sentence: newer ? told[0]! : refusal.message,
    } as const
    return new ReadOnlyProject(real, project, save(project), readOnly)
  }

  /** Whether it could be opened for work now. */
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
