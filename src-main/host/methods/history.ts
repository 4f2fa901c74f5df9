import type { Methods } from '#api/dispatch'
import { commonState } from '../history/common-state'
import { GenerationStore } from '../history/version-history'
import { decodeProject } from '../store/decode-project'
import type { OpenProjects } from '../store/open-projects'
import { ProjectStore } from '../store/project-store'
import type { ProjectOpener } from './project-opener'

interface Needs {
  readonly dataFolder: string
  readonly projects: OpenProjects
  readonly opener: ProjectOpener
}

/** The kept states of a project's file. */
export const historyMethods = ({ dataFolder, projects, opener }: Needs) => {
  const historyOf = (key: string) => GenerationStore.of(dataFolder, projects.get(key).path)
  return {
    'history.list': async ({ key }) => {
      const opened = projects.get(key)
      if (opened instanceof ProjectStore) await opened.historyBegun()
      return { generations: await historyOf(key).list() }
    },
    'history.common': async ({ key, ...file }) => {
      const opened = projects.get(key)
      if (opened instanceof ProjectStore) await opened.historyBegun()
      return { document: (await commonState(historyOf(key), file)) ?? null }
    },
    'history.read': async ({ key, id }) => ({ document: await historyOf(key).text(id) }),
    'history.openCopy': async ({ key, id }) => {
      const text = await historyOf(key).text(id)
      return opener.create(
        decodeProject(Buffer.from(text), (reason) => `That state could not be opened. ${reason}`).project,
      )
    },
  } satisfies Partial<Methods>
}
