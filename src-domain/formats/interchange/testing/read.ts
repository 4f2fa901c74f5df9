import { createHash } from 'node:crypto'
import { runCommand } from '../../../commands/registry'
import { brokenRules } from '../../../document/integrity'
import { load } from '../../../document/load'
import { applyPatch } from '../../../document/patch'
import { newProject, type Project } from '../../../document/project'
import type { Loss } from '../../../records/origin'
import { testEnv } from '../../../testing/env'
import type { InterchangeName } from '../catalogue'
import type { ReadChoices } from '../choices'
import { readInterchange } from '../read-file'

/** The time of the import in tests. */
export const NOW = '2026-01-06T08:00:00.000Z'

/** What a file becomes: the text of a project, that project, and the loss report. */
export async function fileRead(
  name: InterchangeName,
  text: string,
  fileName = 'file.json',
  beside?: string,
  choices?: ReadChoices,
): Promise<{ file: string; project: Project; report: readonly Loss[] }> {
  const hash = createHash('sha256').update(text).digest('hex')
  const imported = await readInterchange(name, { fileName, text, beside, hash, now: NOW, choices })
  if (imported.kind !== 'project') throw new Error('no project')
  const loaded = load(imported.file)
  if (!loaded.ok) throw new Error(loaded.message)
  return { file: imported.file, project: loaded.project, report: imported.report ?? [] }
}

/** A project after a file was merged into it. */
export function withFile(project: Project, file: string): Project {
  const ran = runCommand(project, 'project.merge', { file }, testEnv('merged'))
  if ('refusal' in ran) throw new Error(ran.refusal)
  const applied = applyPatch(project, ran.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  const broken = brokenRules(applied.project)
  if (broken.length > 0) throw new Error(broken.join('; '))
  return applied.project
}

/** A project without a map, as `counterpoint convert` starts from. */
export const emptyProject = (): Project => ({ ...newProject('Test', testEnv('new')), maps: new Map() })
