import { ContractError } from '#api/errors'
import { agreementOf, type Agreement } from '#domain/agreement/agreement'
import { agreementSentences, codeWord, METHOD } from '#domain/agreement/sentences'
import { areRelated } from '#domain/merge/merge-projects'
import { readProject } from '../shell/read-project'
import { UsageError, type CliCommand, type Terminal } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { readOptions } from './options'
import { sayJson } from './visible-terminal'

/** `counterpoint agreement` */
export const agreementCommand: CliCommand = {
  name: 'agreement',
  summary: 'compare how two analysts coded the same articles',
  help: `Usage: counterpoint agreement MINE THEIRS [--json]

Compares two copies of one project in which two people coded the same articles without seeing each
other's work: Krippendorff's alpha, Cohen's kappa, how often each pair of codes occurs, and the
sentences on which they disagree, the most telling first. Changes nothing. Run it before you merge
the two files.

Options:
  --json          print JSON, for other programs
  --data-dir DIR  the data folder, if not the default; it contains the histories of projects
  -h, --help      show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, ...DATA_FOLDER_FLAG })
    const [minePath, theirsPath, ...more] = positionals
    if (minePath === undefined || theirsPath === undefined || more.length > 0)
      throw new UsageError('Two project files are needed: mine and theirs.')
    const dataFolder = dataFolderOf(values['data-dir'])
    const [mine, theirs] = [
      await readProject(minePath, dataFolder),
      await readProject(theirsPath, dataFolder),
    ]
    if (!areRelated(mine.project, theirs.project))
      throw new ContractError('unsupported', 'The two files share nothing, so there is nothing to compare.')
    const agreement = agreementOf(mine.project, theirs.project)
    if (values.json) sayJson(terminal, { method: METHOD, ...agreement })
    else tell(agreement, terminal)
    return Math.max(tellFileState(mine, terminal), tellFileState(theirs, terminal))
  },
}

function tell(agreement: Agreement, terminal: Terminal): void {
  for (const sentence of agreementSentences(agreement)) terminal.say(sentence)
  terminal.say(METHOD)
  if (agreement.counts.length > 0) terminal.say('Codes (mine, theirs):')
  for (const { mine, theirs, count } of agreement.counts)
    terminal.say(`  ${count} × ${codeWord(mine)}, ${codeWord(theirs)}`)
  if (agreement.disagreements.length > 0) terminal.say(`Disagreements: ${agreement.disagreements.length}`)
  for (const { words, mine, theirs } of agreement.disagreements)
    terminal.say(`  “${words.replace(/\s+/g, ' ')}”: mine ${codeWord(mine)}, theirs ${codeWord(theirs)}`)
}
