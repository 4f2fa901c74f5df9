import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { runCommand } from '../../../commands/registry'
import { applyPatch } from '../../../document/patch'
import type { Project } from '../../../document/project'
import { testEnv } from '../../../testing/env'
import type { InterchangeFormat, InterchangeName } from '../catalogue'
import { emptyProject, fileRead, withFile } from './read'

/** The texts of an archive by their paths. */
export const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(?:qde|txt|json|xml|ann)$/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  )

/**
 * What the first sample of a format becomes in a project of its own, as `counterpoint convert` reads it: highlights that
 * are on no map get one.
 */
export async function sampleProject({
  name,
  extensions,
}: InterchangeFormat<InterchangeName>): Promise<Project> {
  const folder = join(import.meta.dirname, '..', name.replace('-csv', '').replace('qdc', 'qdpx'), 'samples')
  const file = readdirSync(folder).find(
    (each) =>
      extensions.some((ending) => each.endsWith(`.${ending}`)) &&
      !/to-be-refused|broken|empty/.test(each) &&
      !(name === 'brat' && each.endsWith('.txt')),
  )!
  const bytes = readFileSync(join(folder, file))
  const text = /\.(?:qdpx|xmind)$/.test(file) ? JSON.stringify(textsOf(bytes)) : bytes.toString('utf8')
  const path = join(folder, file.replace(/\.(?:xml|ann)$/, '.txt'))
  const beside = /\.(?:xml|ann)$/.test(file) && existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const read = await fileRead(name, text, file, beside)
  return withMap(withFile(emptyProject(), read.file))
}

function withMap(project: Project): Project {
  if (project.maps.size > 0) return project
  const mapped = after(project, 'map.add', { name: 'All' })
  return after(mapped, 'claim.place', { claims: [...mapped.claims.keys()], map: [...mapped.maps.keys()][0] })
}

function after(project: Project, name: string, input: unknown): Project {
  const ran = runCommand(project, name, input, testEnv(name))
  if ('refusal' in ran) throw new Error(ran.refusal)
  const applied = applyPatch(project, ran.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  return applied.project
}
