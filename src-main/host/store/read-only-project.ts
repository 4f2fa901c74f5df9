import { realpath } from 'node:fs/promises'
import type { ContractError } from '#api/errors'
import { VERSION, type Project } from '#domain/document/project'
import { readUnlocked } from '../recovery/read-unlocked'
import { isOpenElsewhere, OpenElsewhere } from './machine-lock'
import { isFree } from './project-lock'
import { fileBytes } from './file-text'

/** A project that is open for reading: another Counterpoint has it open, or its format is newer. */
export class ReadOnlyProject {
  private constructor(
    readonly path: string,
    private readonly dataFolder: string,
    readonly project: Project,
    /** The content of its file, as this Counterpoint would write it. */
    readonly content: Buffer,
    readonly readOnly: { readonly why: 'locked' | 'elsewhere' | 'newer'; readonly sentence: string },
  ) {}

  /**
   * Opens a project for reading that cannot be edited. Changes nothing on the disk.
   * @param refusal why it cannot be edited; thrown if it cannot be read either
   */
  static async open(path: string, dataFolder: string, refusal: ContractError): Promise<ReadOnlyProject> {
    if (refusal.code !== 'locked' && refusal.code !== 'newer-version') throw refusal
    const real = await realpath(path)
    const { project, version, messages, mend } = await readUnlocked(real, dataFolder).catch(() => {
      throw refusal
    })
    if (mend) throw refusal
    const newer = version > VERSION
    // If it is both locked and newer, the version counts: releasing the lock would not make it editable.
    if (!newer && refusal.code === 'newer-version') throw refusal
    const readOnly = {
      why: newer ? 'newer' : refusal instanceof OpenElsewhere ? 'elsewhere' : 'locked',
      sentence: newer ? messages[0]! : refusal.message,
    } as const
    return new ReadOnlyProject(real, dataFolder, project, fileBytes(project), readOnly)
  }

  /** Whether it could be edited now. */
  isFree = async (): Promise<boolean> =>
    this.readOnly.why !== 'newer' && !(await isOpenElsewhere(this.path, this.dataFolder)) && isFree(this.path)
}
