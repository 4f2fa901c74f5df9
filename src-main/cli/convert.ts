import { basename, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { runCommand } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import { applyPatch } from '#domain/document/patch'
import { newProject } from '#domain/document/project'
import { save } from '#domain/document/save'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { leftOut } from '#domain/formats/export/left-out/left-out'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import { unknownTables } from '#domain/formats/import/project-json'
import { INTERCHANGE_FORMATS, interchangeNamed } from '#domain/formats/interchange/catalogue'
import type { Loss } from '#domain/records/origin'
import { env } from '#host/env'
import { reasonOf } from '#host/files/durable-file'
import { ImportProcesses } from '#host/import/import-process'
import { ownProject } from '../shell/own-project'
import { named, type ReadProject } from '../shell/read-project'
import { contentWithinLimit } from '../shell/read-within-limit'
import { textBeside } from '../shell/text-beside'
import { writeWhole } from '../shell/write-whole'
import { UsageError, type CliCommand } from './command'
import { exportFormatFor, type ExportName } from './convert-formats'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { tellLacking } from './lacking'
import { askedOf, chosenMaps, MAP_FLAGS, MAP_HELP } from './map-choice'
import { readOptions } from './options'

const reads = INTERCHANGE_FORMATS.map(({ name, title }) => `  ${name.padEnd(15)}  ${title}`).join('\n')
const writes = EXPORT_FORMATS.map(({ name, title }) => `  ${name.padEnd(15)}  ${title}`).join('\n')

/** `counterpoint convert` */
export const convertCommand: CliCommand = {
  name: 'convert',
  summary: 'convert an argument map from one format to another',
  help: `Usage: counterpoint convert IN OUT [--from FORMAT] [--to FORMAT] [--map NAME] [--report FILE]

Reads an argument map from the file IN and writes it to the file OUT in another format, without
a project in between. IN is not changed. A map that is written in the format that it came in is
the same file again.

Says what the new file does not hold: elements of IN that no record stands for, and what the
format of OUT cannot represent. The exit code is 1 if IN is a project that is damaged or lacks
changes that were saved.

Formats of IN, told from its name and its content unless --from says one:
  counterpoint     Counterpoint project or map
${reads}

Formats of OUT, told from its name unless --to says one; a file NAME.json is a project:
${writes}

Options:
  --from FORMAT    the format of IN
  --to FORMAT      the format of OUT
${MAP_HELP}
  --report FILE    also write the report to FILE, as JSON: a list of { what, count, type, ids }
  --data-dir DIR   the data folder, if not the default; it contains the histories of projects
  -h, --help       show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      ...MAP_FLAGS,
      report: { type: 'string' },
      ...DATA_FOLDER_FLAG,
    })
    const [input, output, ...more] = positionals
    if (input === undefined || output === undefined || more.length > 0)
      throw new UsageError('Two files are needed: the one to read and the one to write.')
    const format = exportFormatFor(values.to, output)
    const dataFolder = dataFolderOf(values['data-dir'])
    const { project: read, report, state } = await readMap(input, values.from, dataFolder)
    const project = format.of === 'map' && read.maps.size === 0 ? withMapOfAll(read) : read
    const maps = format.of === 'map' ? chosenMaps(project, values, 'file') : []
    const { exportFiles } = await import('#host/pictures/export-files')
    const asked = { project, ...askedOf(maps, values), ...DEFAULT_LOOK }
    const { bytes } = await exportFiles(format, asked)
    await write(output, bytes)
    // A project keeps the tables that this version does not know.
    const kept = format.name === 'project-json' && state
    // The same file again has everything, also what no record says.
    const text = state ? undefined : Buffer.from(bytes).toString('utf8')
    const isSame = [...project.origins.values()].some(({ content }) => content === text)
    const lines = isSame ? [] : [...(kept ? [] : report), ...notWritten(format, project, maps)]
    if (values.report !== undefined)
      await write(values.report, Buffer.from(`${JSON.stringify(lines, null, 2)}\n`, 'utf8'))
    for (const { what, count } of lines) if (count > 0) terminal.say(`${what}: ${count}`)
    terminal.say(`Wrote ${resolve(output)}`)
    await tellLacking(format, asked, terminal)
    return state ? tellFileState(state, terminal) : 0
  },
}

/** What the file that is written has no place for, of what was read. */
function notWritten(format: ExportFormat<ExportName>, project: Project, maps: readonly string[]): Loss[] {
  const { lost, ours } = leftOut(format, project, maps)
  return [
    ...lost.map(({ words, count = 0 }) => ({ what: `Left out: ${words}`, count, type: 'left-out' })),
    ...ours.map(({ words, count = 0 }) => ({
      what: `For Counterpoint alone: ${words}`,
      count,
      type: 'ours',
    })),
  ]
}

async function readMap(
  path: string,
  from: string | undefined,
  dataFolder: string,
): Promise<{ project: Project; report: readonly Loss[]; state?: ReadProject }> {
  const as = from === undefined || from === 'counterpoint' ? undefined : interchangeNamed(from)
  if (from !== undefined && from !== 'counterpoint' && !as) {
    const known = ['counterpoint', ...INTERCHANGE_FORMATS.map(({ name }) => name)].join(', ')
    throw new UsageError(`There is no format “${from}” to read. Choose one of these: ${known}.`)
  }
  const own = as ? undefined : await ownProject(path, dataFolder).catch(named(path))
  if (own) {
    const project = projectIn(save(own.project), basename(path))
    return { project, report: unknownTables(own.project, 'stay in their file'), state: own }
  }
  const content = await contentWithinLimit(path)
  const processes = new ImportProcesses()
  try {
    const imported = await processes.read(basename(path), content, undefined, {
      as: as?.name,
      beside: await textBeside(path),
    })
    if (imported.kind !== 'project')
      throw new ContractError('unsupported', `“${basename(path)}” is not an argument map.`)
    return { project: projectIn(imported.file, basename(path)), report: imported.report ?? [] }
  } finally {
    processes.close()
  }
}

/** A project without a map, such as one of highlights, with a map of all its claims. */
function withMapOfAll(project: Project): Project {
  const withMap = changed(project, 'map.add', { name: project.about.title })
  const [map] = withMap.maps.keys()
  return changed(withMap, 'claim.place', { claims: [...withMap.claims.keys()], map })
}

/** The project in a file; that of another program is merged into an empty one, as an import does. */
function projectIn(file: string, title: string): Project {
  const empty = { ...newProject(title, env), maps: new Map() }
  return changed(empty, 'project.merge', { file })
}

/** A project after a command. Throws `unsupported` with the words of a refusal. */
function changed(project: Project, name: string, input: unknown): Project {
  const ran = runCommand(project, name, input, env)
  if ('refusal' in ran) throw new ContractError('unsupported', ran.refusal)
  const applied = applyPatch(project, ran.patch)
  if ('conflict' in applied) throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
  return applied.project
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(resolve(path), bytes).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${path}” could not be written: ${reasonOf(error)}.`)
  })
}
