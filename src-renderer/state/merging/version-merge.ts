import type { Client } from '#api/client'
import { agreementOf, type Agreement } from '#domain/agreement/agreement'
import type { CommandInputs } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { areRelated, mergeProjects } from '#domain/merge/merge-projects'
import { mergeReport, mergeSentence } from '#domain/merge/merge-report'

/** Another version of the open project, ready to be merged. */
export interface VersionMerge {
  readonly input: CommandInputs['project.mergeStates']
  /** What the merge does, in sentences. */
  readonly sentence: string
  /** How the two coded the same articles; undefined if nothing was coded apart. */
  readonly agreement: Agreement | undefined
}

/**
 * Whether a file is another version of this project, and not a map or another project.
 * @param file the text of a project's file
 */
export function versionIn(project: Project, file: string): Project | undefined {
  const loaded = load(file)
  if (!loaded.ok) return undefined
  const theirs = loaded.project
  return theirs.about.id === project.about.id && areRelated(project, theirs) ? theirs : undefined
}

/**
 * Finds the state that the open project and another version of it have in common.
 * @param key the open project's
 * @param file the text of the other version's file
 */
export async function versionMerge(
  client: Client,
  { key, project }: { readonly key: string; readonly project: Project },
  file: string,
  theirs: Project,
): Promise<VersionMerge> {
  const { revision, lineage = [] } = theirs.about
  const { document } = await client.call('history.common', {
    key,
    sha256: await sha256Of(file),
    revision,
    lineage,
  })
  const loaded = document === null ? undefined : load(document)
  // A file can name a state that it does not come from.
  const base = loaded?.ok && areRelated(loaded.project, theirs) ? loaded.project : undefined
  const merge = mergeProjects(base, project, theirs)
  const agreement = agreementOf(project, theirs)
  return {
    input: { file, base: base ? document : null },
    sentence: mergeSentence(mergeReport(base, project, theirs, merge), base !== undefined),
    agreement: agreement.articles > 0 ? agreement : undefined,
  }
}

async function sha256Of(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
