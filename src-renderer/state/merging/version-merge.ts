import type { Client } from '#api/client'
import { agreementOf, type Agreement } from '#domain/agreement/agreement'
import type { CommandInputs } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { areRelated, mergeProjects } from '#domain/merge/merge-projects'
import { mergeReport, mergeSentence } from '#domain/merge/merge-report'
import { withoutMissing } from '#domain/merge/missing-records'

/** A project with the text of its file. */
export interface ProjectFile {
  readonly text: string
  readonly project: Project
}

/** Another version of the open project, ready to be merged. */
export interface VersionMerge {
  readonly input: CommandInputs['project.mergeStates']
  /** What the merge does, in sentences. */
  readonly sentence: string
  /** How the two coded the same articles; undefined if nothing was coded apart. */
  readonly agreement: Agreement | undefined
}

/** Another version of a project if a file is one, and not a map or another project. */
export function versionIn(project: Project, text: string): ProjectFile | undefined {
  const loaded = load(text)
  if (!loaded.ok) return undefined
  const theirs = loaded.project
  const isVersion = theirs.about.id === project.about.id && areRelated(project, theirs)
  return isVersion ? { text, project: theirs } : undefined
}

/** Whether a project’s file has no record of its own in common with a project, so that it can only come in as a copy. */
export function sharesNothing(project: Project, text: string): boolean {
  const loaded = load(text)
  return loaded.ok && !areRelated(project, loaded.project)
}

/**
 * The state that the open project and another version of it have in common, as far as its history has it.
 * @param key the open project's
 */
export async function knownBase(
  client: Client,
  key: string,
  { text, project }: ProjectFile,
): Promise<ProjectFile | undefined> {
  const { revision, modified, lineage = [] } = project.about
  const sha256 = await sha256Of(text)
  const { document } = await client.call('history.common', { key, sha256, revision, modified, lineage })
  const loaded = document === null ? undefined : load(document)
  // A file can name a state that it does not come from.
  return document !== null && loaded?.ok && areRelated(loaded.project, project)
    ? { text: document, project: loaded.project }
    : undefined
}

/**
 * @param base the common state; undefined for a two-way merge
 * @param keepMissing whether records stay that the other version lacks
 */
export function versionMerge(
  mine: Project,
  { text, project: theirs }: ProjectFile,
  base: ProjectFile | undefined,
  keepMissing: boolean,
): VersionMerge {
  const before = base && keepMissing ? withoutMissing(base.project, theirs) : base?.project
  const merge = mergeProjects(before, mine, theirs)
  const agreement = agreementOf(mine, theirs)
  return {
    input: { file: text, base: base?.text ?? null, keepMissing },
    sentence: [
      mergeSentence(mergeReport(before, mine, theirs, merge), base !== undefined),
      ...twinsInWords(merge.twins.length),
      ...(keepMissing ? ['The records that it lacks were kept.'] : []),
    ].join(' '),
    agreement: agreement.articles > 0 ? agreement : undefined,
  }
}

function twinsInWords(count: number): string[] {
  if (count === 0) return []
  return [
    count === 1
      ? 'One pair of claims may be the same claim; it is on the list to decide.'
      : `${count.toLocaleString('en')} pairs of claims may be the same claim; they are on the list to decide.`,
  ]
}

async function sha256Of(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
