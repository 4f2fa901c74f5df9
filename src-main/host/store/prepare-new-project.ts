import { rename } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import { fileStamp, nameBeside, reasonOf } from '../files/durable-file'
import { archiveHistory } from '../history/adopt-history'
import { contentsOf, whyNotKept, type GenerationStore } from '../history/version-history'
import { Journal, journalPathOf } from '../journal/journal'
import { refuseTooLarge } from './decode-project'
import type { PreparedProject } from './prepare-project'
import { writeProject } from './project-adapter'
import { fileBytes } from './file-text'

/**
 * Creates a new project file. Throws `not-saved`, also if the file exists.
 * @param messages for the user, about the file from which the project was read
 */
export async function prepareNewProject(
  path: string,
  project: Project,
  history: GenerationStore | undefined,
  messages: readonly string[] = [],
): Promise<PreparedProject> {
  if (await fileStamp(path))
    throw new ContractError(
      'not-saved',
      'A file with that name exists already and was not changed. Choose another name.',
    )
  const document = refuseTooLarge(fileBytes(project))
  await setAsideJournal(path)
  const { generation, fileStamp: standing } = await writeProject(path, project).catch((error: unknown) => {
    throw new ContractError('not-saved', `The project could not be created: ${reasonOf(error)}.`)
  })
  // A history of that path belongs to a file that is gone.
  const notKept = await whyNotKept(history && archiveHistory(history))
  const journal = new Journal(path, project.about.id, generation)
  const state = { generation, fileStamp: standing, included: 0 }
  return {
    ...{ ...state, project, document, journal, messages, notKept },
    ...{ contents: contentsOf(project), harmed: false, otherVersions: [], isUnsearched: false },
  }
}

/** Renames an existing journal: it belongs to a project file that is gone. */
async function setAsideJournal(path: string): Promise<void> {
  const journal = journalPathOf(path)
  await rename(journal, nameBeside(journal, 'left behind')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT')
      throw new ContractError('not-saved', `The project could not be created: ${reasonOf(error)}.`)
  })
}
