import { hasUnsearched } from '#domain/anchoring/reanchor'
import type { Project } from '#domain/document/project'
import { needsReview } from '#domain/records/excerpt'
import { readProject } from '../shell/read-project'
import { counted } from './article-line'
import { UsageError, type CliCommand } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { atMostOne, readOptions } from './options'

/** `counterpoint check` */
export const check: CliCommand = {
  name: 'check',
  summary: 'check whether a project file is valid',
  help: `Usage: counterpoint check FILE [--data-dir DIR]

Checks whether a project file is valid: it can be read completely, and every reference in it
leads to a record. The file is not changed, and may be open in Counterpoint.

Prints what the project contains, and each passage that is no longer where it was marked and
needs review; such passages do not make a file invalid. The exit code is 0 for a valid file and
1 for any other, for one that is damaged or lacks changes that were saved, and for one that does
not agree with its checksum; standard error then says what is wrong.

Options:
  --data-dir DIR  the data folder, if not the default; it contains the histories of projects
  -h, --help      show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, DATA_FOLDER_FLAG)
    const path = atMostOne(positionals, 'file')
    if (path === undefined) throw new UsageError('The file to check is missing.')
    const read = await readProject(path, dataFolderOf(values['data-dir']))
    const { project, migratedFrom, harmed } = read
    const is = harmed ? 'is not as it was saved. This can be read' : 'is valid'
    terminal.say(`“${project.about.title}” ${is}: ${contents(project)}.`)
    if (migratedFrom !== undefined) {
      terminal.say(
        `It was written by an older version of Counterpoint; a copy is kept when it is first opened.`,
      )
    }
    for (const line of toReview(project)) terminal.say(line)
    if (hasUnsearched(project))
      terminal.say('Not all lost passages were searched for. Open the project to search for the others.')
    return tellFileState(read, terminal)
  },
}

function contents(project: Project): string {
  const { sources, claims, excerpts, relations, maps } = project
  return [
    counted(sources.size, 'article'),
    counted(claims.size, 'claim'),
    counted(excerpts.size, 'passage'),
    counted(relations.size, 'relation'),
    counted(maps.size, 'map'),
  ].join(', ')
}

function toReview(project: Project): string[] {
  const excerpts = [...project.excerpts.values()].filter(needsReview)
  if (excerpts.length === 0) return []
  const lines = excerpts.map(({ anchor, exact, source }) => {
    const words = exact.replace(/\s+/g, ' ')
    const short = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words
    return `  ${anchor}: “${short}” in “${project.sources.get(source)?.title ?? ''}”`
  })
  return [`${counted(excerpts.length, 'passage')} to review:`, ...lines]
}
