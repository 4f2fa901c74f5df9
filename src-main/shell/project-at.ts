import { basename, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { freshProjectPath } from '#host/data-folder'
import { findArticles } from './find-articles'
import { newProjectFile, titleFor } from './new-project-file'

export interface ProjectAt {
  readonly path: string
  /** A sentence for each file in a folder that could not be read. */
  readonly warnings: readonly string[]
}

/**
 * The project for a path: the project file itself, or a new project in the data folder with the article, or the
 * folder's articles, at that path. Throws a `ContractError` if there is neither.
 */
export async function projectAt(given: string, dataFolder: string): Promise<ProjectAt> {
  const path = resolve(given)
  const { files } = await findArticles(path)
  const format = importFormatOf(path)
  if (files[0] === path && (!format || format.name === 'project')) return { path, warnings: [] }
  const title = titleFor([path])
  const { path: made, outcomes } = await newProjectFile(title, files, dataFolder, () =>
    freshProjectPath(dataFolder, title),
  )
  const warnings = outcomes.flatMap((outcome) => {
    const name = `“${basename(outcome.path)}”`
    if (outcome.kind === 'failed') return [`${name} was skipped. ${outcome.reason}`]
    return (outcome.state?.messages ?? []).map((message) => `${name}: ${message}`)
  })
  if (made) return { path: made, warnings }
  throw new ContractError('not-found', warnings[0] ?? `There are no articles in the folder “${path}”.`)
}
