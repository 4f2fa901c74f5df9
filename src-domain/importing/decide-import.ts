import type { CommandInputs } from '../commands/registry'
import type { Project } from '../document/project'
import type { Imported } from '../formats/import/format'
import type { Article } from '../records/article'
import { QUOTES } from '../records/source'
import { sameArticle, type SameArticle } from '../versions/same-article'

type ImportCommandName =
  'source.add' | 'source.newVersion' | 'project.merge' | 'origin.newVersion' | 'references.apply'

/** A command that adds an imported file to the project, with its input. */
export type ImportCommand<Name extends ImportCommandName = ImportCommandName> = {
  [Each in Name]: { readonly name: Each; readonly input: CommandInputs[Each] }
}[Name]

/** What to do with an imported file. */
export type ImportDecision =
  | { readonly kind: 'run'; readonly command: ImportCommand }
  /** Do not add the article: the project has it already, as this source. */
  | { readonly kind: 'keep'; readonly source: string }

/** Asks what to do with an article that resembles sources of the project. The most similar source comes first. */
export interface TwinQuestion {
  readonly kind: 'ask'
  readonly article: Article
  readonly twins: readonly [SameArticle, ...SameArticle[]]
}

/** The answer to a `TwinQuestion`; `twin` is the id of a source in the project. */
export interface TwinChoice {
  readonly action: 'keep' | 'both' | 'version'
  readonly twin: string
}

/** Decides what to do with an imported file. An article that resembles a source of the project leads to a question. */
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

/** The decision that follows from the answer to a question. */
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
 * Answers a question without the user, as on the command line. An article with the same text as a source is not added.
 * The article of a source of quotes becomes its new version. An article that only resembles a source is added: whether it replaces the text is for the user to decide.
 */
export function choiceUnattended(project: Project, { article, twins: [closest] }: TwinQuestion): TwinChoice {
  const there = project.sources.get(closest.source)
  // Quotes that came before their article are found in it.
  if (there?.kind === QUOTES) return { action: 'version', twin: closest.source }
  const isSameText = there?.text === article.text
  return { action: isSameText ? 'keep' : 'both', twin: closest.source }
}

const run = (command: ImportCommand): ImportDecision => ({ kind: 'run', command })

const add = (article: Article): ImportDecision => run({ name: 'source.add', input: { article } })
