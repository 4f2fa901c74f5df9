import { runCommand, type CommandInputs } from '../commands/registry'
import type { Article } from '../records/article'
import { articleOf } from '../formats/import/article'
import { applyPatch, type Patch } from '../document/patch'
import { newProject, type Env, type Project } from '../document/project'
import { testEnv } from './env'

/** An article with the given paragraphs, as from an importer. */
export function article(title: string, ...paragraphs: string[]): Article {
  const text = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const block = { role: 'paragraph' as const, start: at, end: at + paragraph.length }
    at = block.end + 2
    return block
  })
  const known = { title, fileName: `${title}.txt`, format: 'text', encoding: 'UTF-8', report: [] }
  return articleOf({ ...known, text, blocks, originalText: text })
}

/** Builds a project for a test by running commands, as the app does. */
export class Builder {
  project: Project
  readonly patches: Patch[] = []
  readonly env: Env

  constructor(title = 'Test project', env: Env = testEnv()) {
    this.env = env
    this.project = newProject(title, env)
  }

  /** Runs a command and returns the id of the record that it selects. Throws if the command is refused. */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): string {
    const outcome = runCommand(this.project, name, input, this.env)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    const applied = applyPatch(this.project, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    this.project = applied.project
    this.patches.push(outcome.patch)
    return outcome.select?.id ?? ''
  }

  source = (...paragraphs: string[]) =>
    this.run('source.add', { article: article(paragraphs[0]?.slice(0, 20) || 'Article', ...paragraphs) })

  claim = (text: string, map?: string) =>
    this.run('claim.add', { text, category: 'judgement', ...(map && { map }) })

  relation = (kind: 'support' | 'attack' | 'contradict', premises: string[], target: string) =>
    this.run('relation.add', {
      kind,
      premises,
      targetType: this.project.relations.has(target) ? 'relation' : 'claim',
      target,
    })

  /** The id of the first map. */
  get map(): string {
    return [...this.project.maps.keys()][0]!
  }
}
