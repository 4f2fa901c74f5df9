import type { CommandInputs } from '../commands/registry'
import type { Project } from '../document/project'
import type { Imported } from '../formats/import/format'
import type { Article } from '../records/article'
import { sameArticle, type SameArticle } from '../versions/same-article'

type ImportCommandName = 'source.add' | 'source.newVersion' | 'project.merge' | 'references.apply'

/** A command that brings what was read into the project, with its input. */
export type ImportCommand<Name extends ImportCommandName = ImportCommandName> = {
  [Each in Name]: { readonly name: Each; readonly input: CommandInputs[Each] }
}[Name]

/** What to do with what was read, once nothing is left to ask. */
export type ImportDecision =
  | { readonly kind: 'run'; readonly command: ImportCommand }
  /** The article stays out: this source of the project is taken for it. */
  | { readonly kind: 'keep'; readonly source: string }

/** An article that seems to be in the project already; the most similar source comes first. */
export interface TwinQuestion {
  readonly kind: 'ask'
  readonly article: Article
  readonly twins: readonly [SameArticle, ...SameArticle[]]
}

/** The answer to a `TwinQuestion`. `twin` is the id of the source that the answer is about. */
export interface TwinChoice {
  readonly action: 'keep' | 'both' | 'version'
  readonly twin: string
}

/** What to do with what a file holds. An article that resembles a source of the project is a question first. */
export function decideImport(project: Project, imported: Imported): ImportDecision | TwinQuestion {
  switch (imported.kind) {
    case 'project':
      return run({ name: 'project.merge', input: { file: imported.file } })
    case 'references':
      return run({ name: 'references.apply', input: { references: imported.references } })
    case 'article': {
      const { article } = imported
      const [closest, ...others] = sameArticle(project, article)
      return closest ? { kind: 'ask', article, twins: [closest, ...others] } : add(article)
    }
  }
}

/** What follows from the answer to a question. */
export function decideTwin({ article }: TwinQuestion, { action, twin }: TwinChoice): ImportDecision {
  switch (action) {
    case 'keep':
      return { kind: 'keep', source: twin }
    case 'both':
      return add(article)
    case 'version':
      return run({ name: 'source.newVersion', input: { source: twin, article } })
  }
}

/**
 * The answer where nobody can be asked, as on the command line: an article whose text is in the project is not added
 * again; one that merely resembles a source is kept beside it, since replacing a text is for the user to decide.
 */
export function choiceUnattended(project: Project, { article, twins: [closest] }: TwinQuestion): TwinChoice {
  const isSameText = project.sources.get(closest.source)?.text === article.text
  return { action: isSameText ? 'keep' : 'both', twin: closest.source }
}

const run = (command: ImportCommand): ImportDecision => ({ kind: 'run', command })

const add = (article: Article): ImportDecision => run({ name: 'source.add', input: { article } })
