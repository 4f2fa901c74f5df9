import { hostname } from 'node:os'
import { ContractError } from '#api/errors'
import { nameBeside, reasonOf, writeDurably } from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import type { Journal } from '../journal/journal'
import { OpenElsewhere, type MachineLock } from './machine-lock'

/** Two Counterpoints that did not see each other's locks. */
const JOURNAL_REPLACED =
  'Another Counterpoint works on the project: its changes are beside the file, in the place of those from here. They were not changed.'

/** What is at stake: the project with all that was saved here, and how to know that another has taken it over. */
interface AtStake {
  readonly path: string
  readonly journal: Journal
  readonly machines: MachineLock | undefined
  content(): Buffer
}

/** The race for a project that several Counterpoints may have open. Once it is lost, it stays lost. */
export class Race {
  #lost: Promise<ContractError> | undefined

  constructor(private readonly at: AtStake) {}

  /** Why nothing more is written here; undefined as long as the race is not known to be lost. */
  why = async (): Promise<string | undefined> => (await this.#lost)?.message

  /**
   * Throws `locked` if another has taken over the project, or has put its changes in the place of those of this process.
   * Then the project with all that was saved here is kept beside its file, because the other may not have got it.
   */
  async confirm(): Promise<void> {
    if (this.#lost) throw await this.#lost
    const { machines, journal } = this.at
    try {
      await machines?.confirm()
      if (await journal.isReplaced()) throw new OpenElsewhere('locked', JOURNAL_REPLACED)
    } catch (error) {
      if (!(error instanceof OpenElsewhere)) throw error
      // For good: what the other has written meanwhile is not in this project.
      this.#lost ??= this.#keep().then((kept) => new ContractError('locked', `${error.message} ${kept}`))
      throw await this.#lost
    }
  }

  /** Keeps the project beside its file. Returns a sentence about it. */
  async #keep(): Promise<string> {
    const { path, journal, content } = this.at
    if (journal.length === 0) return 'All that was saved here is in the file.'
    const to = nameBeside(path, `from ${hostname()}`)
    let isForAll = true
    try {
      await writeDurably(to, content(), async (temporary) => {
        isForAll = await takeAccess(path, temporary)
      })
    } catch (error) {
      return `What was saved here could not be kept beside the file: ${reasonOf(error)}.`
    }
    const sentence = `What was saved here is kept as “${to}”; import it there to merge both.`
    return isForAll ? sentence : `${sentence} Not everyone who can read the project can read that file.`
  }
}
