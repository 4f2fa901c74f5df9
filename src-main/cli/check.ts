import type { Project } from '#domain/document/project'
import { needsReview } from '#domain/records/excerpt'
import { readProject } from '../shell/read-project'
import { counted } from './article-line'
import { UsageError, type CliCommand } from './command'
import { atMostOne, readOptions } from './options'

/** `counterpoint check` */
export const check: CliCommand = {
  name: 'check',
  summary: 'say whether a project file is sound',
  help: `Usage: counterpoint check FILE

Says whether a project file is sound: whether it can be read whole and everything in it that
points to something finds it. The file is not changed, and may be open in Counterpoint.

Prints what the project holds, and each passage that no longer stands where it was marked and is
to be reviewed; such passages do not make a file unsound. Exit code 0 for a sound file;
1 for any other, and standard error says what is wrong with it.

Options:
  -h, --help  this text`,
  async run(args, terminal) {
    const { positionals } = readOptions(args, {})
    const path = atMostOne(positionals, 'file')
    if (path === undefined) throw new UsageError('The file to check is missing.')
    const { project, migratedFrom } = await readProject(path)
    terminal.say(`“${project.about.title}” is sound: ${contents(project)}.`)
    if (migratedFrom !== undefined) {
      terminal.say(
        `It was written by an older Counterpoint; a copy is set aside when it is opened for the first time.`,
      )
    }
    for (const line of toReview(project)) terminal.say(line)
    return 0
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
