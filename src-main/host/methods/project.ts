import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Methods } from '#api/dispatch'
import { ContractError } from '#api/errors'
import { load } from '#domain/document/load'
import { newProject } from '#domain/document/project'
import { env } from '../env'
import { ChunkedPatches } from '../store/chunked-patch'
import { recoveryMessage } from '../recovery/recovery-messages'
import { decodeProject } from '../store/decode-project'
import { checksumIn } from '../files/file-checksum'
import type { OpenProjects } from '../store/open-projects'
import { ProjectStore } from '../store/project-store'
import type { ProjectOpener } from './project-opener'

interface Needs {
  readonly projects: OpenProjects
  readonly opener: ProjectOpener
  /** The sample project that comes with Counterpoint. */
  readonly samplePath: string
}

/** Opens, changes and closes projects. */
export const projectMethods = ({ projects, opener, samplePath }: Needs) => {
  const chunks = new ChunkedPatches()
  return {
    'project.create': ({ title }) => opener.create(newProject(title, env)),
    'project.open': ({ path, takeOver }) => opener.open(path, takeOver),
    'project.openCopy': async ({ fileName, base64 }) => {
      const bytes = Buffer.from(base64, 'base64')
      const { project } = decodeProject(
        bytes,
        (reason) => `“${basename(fileName)}” was not opened. ${reason}`,
      )
      const isWrong = checksumIn(bytes) === 'wrong'
      return opener.create(project, isWrong ? [recoveryMessage.unverified] : [])
    },
    'project.openSample': async () => {
      const loaded = load(await readFile(samplePath, 'utf8').catch(() => ''))
      if (!loaded.ok)
        throw new ContractError('not-found', 'The sample project is missing from this installation.')
      const { project } = loaded
      return opener.create({
        ...project,
        about: { ...project.about, id: env.newId(), created: env.now(), modified: env.now() },
      })
    },
    'project.patch': ({ key, id, revision, patch }) =>
      projects.store(key).patch(revision, patch, { page: key, id }),
    'project.patchPart': async ({ key, id, at, text }) => {
      projects.store(key)
      chunks.add(`${key} ${id}`, at, text)
      return {}
    },
    'project.patchSent': async ({ key, id, revision, length }) =>
      projects.store(key).patch(revision, chunks.take(`${key} ${id}`, length), { page: key, id }),
    'project.changes': ({ key, since }) => projects.store(key).changes(since, key),
    'project.select': async ({ key, selection }) => {
      projects.store(key).feed.select(key, selection)
      return {}
    },
    'project.checkFile': async ({ key }) => {
      const opened = projects.get(key)
      if (!(opened instanceof ProjectStore)) return { problem: null }
      await opened.checkFile()
      return { problem: opened.problem }
    },
    'project.saveAgain': async ({ key }) => {
      await projects.store(key).saveAgain()
      return {}
    },
    'project.close': async ({ key }) => {
      await projects.close(key)
      return {}
    },
    'project.aside': async ({ key, path }) => ({ document: await projects.store(key).aside(path) }),
    'project.isFree': async ({ key }) => {
      const opened = projects.get(key)
      return { free: opened instanceof ProjectStore ? false : await opened.isFree() }
    },
  } satisfies Partial<Methods>
}
