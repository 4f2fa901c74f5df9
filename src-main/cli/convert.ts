import { basename, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { runCommand } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import { applyPatch } from '#domain/document/patch'
import { newProject } from '#domain/document/project'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import type { Imported } from '#domain/formats/import/format'
import { INTERCHANGE_FORMATS, interchangeNamed } from '#domain/formats/interchange/catalogue'
import type { Loss } from '#domain/records/origin'
import { env } from '#host/env'
import { reasonOf } from '#host/files/durable-file'
import { ImportProcesses } from '#host/import/import-process'
import { readWithinLimit } from '../shell/read-within-limit'
import { textBeside } from '../shell/text-beside'
import { writeWhole } from '../shell/write-whole'
import { UsageError, type CliCommand } from './command'
import { exportFormatFor, type ExportName } from './convert-formats'
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
format of OUT cannot represent.

Formats of IN, told from its name and its content unless --from says one:
  counterpoint     Counterpoint project or map
${reads}

Formats of OUT, told from its name unless --to says one; a file NAME.json is a project:
${writes}

Options:
  --from FORMAT  the format of IN
  --to FORMAT    the format of OUT
  --map NAME     the map's name or id; needed only if IN has several maps
  --report FILE  also write the report to FILE, as JSON: a list of { what, count, type, ids }
  -h, --help     show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      map: { type: 'string' },
      report: { type: 'string' },
    })
    const [input, output, ...more] = positionals
    if (input === undefined || output === undefined || more.length > 0)
      throw new UsageError('Two files are needed: the one to read and the one to write.')
    const format = exportFormatFor(values.to, output)
    const { project, report } = await readMap(input, values.from)
    const map = format.of === 'map' ? mapOf(project, values.map) : ''
    const { exportFile } = await import('#host/pictures/export-file')
    const { bytes } = await exportFile(format, { project, map, ...DEFAULT_LOOK })
    await write(output, bytes)
    const lines = [...report, ...leftOut(format)]
    if (values.report !== undefined)
      await write(values.report, Buffer.from(`${JSON.stringify(lines, null, 2)}\n`, 'utf8'))
    for (const { what, count } of report) terminal.say(`${what}: ${count}`)
    terminal.say(`Wrote ${resolve(output)}`)
    return 0
  },
}

const leftOut = ({ leavesOut }: ExportFormat<ExportName>): Loss[] =>
  leavesOut.map((what) => ({ what, count: 0, type: 'format' }))

async function readMap(
  path: string,
  from: string | undefined,
): Promise<{ project: Project; report: readonly Loss[] }> {
  const as = from === undefined || from === 'counterpoint' ? undefined : interchangeNamed(from)
  if (from !== undefined && from !== 'counterpoint' && !as) {
    const known = ['counterpoint', ...INTERCHANGE_FORMATS.map(({ name }) => name)].join(', ')
    throw new UsageError(`There is no format “${from}” to read. Choose one of these: ${known}.`)
  }
  const bytes = await readWithinLimit(path)
  const processes = new ImportProcesses()
  try {
    const imported = await processes.read(basename(path), bytes, undefined, {
      as: as?.name,
      beside: await textBeside(path),
    })
    if (imported.kind !== 'project')
      throw new ContractError('unsupported', `“${basename(path)}” is not an argument map.`)
    return { project: projectIn(imported, basename(path)), report: imported.report ?? [] }
  } finally {
    processes.close()
  }
}

/** The project in a file; that of another program is merged into an empty one, as an import does. */
function projectIn({ file }: Extract<Imported, { kind: 'project' }>, title: string): Project {
  const empty = { ...newProject(title, env), maps: new Map() }
  const ran = runCommand(empty, 'project.merge', { file }, env)
  if ('refusal' in ran) throw new ContractError('unsupported', ran.refusal)
  const applied = applyPatch(empty, ran.patch)
  if ('conflict' in applied) throw new ContractError('conflict', `It does not fit: ${applied.conflict}.`)
  return applied.project
}

function mapOf(project: Project, name: string | undefined): string {
  const maps = [...project.maps.values()]
  const names = maps.map((map) => `“${map.name}”`).join(', ')
  const found = name === undefined ? maps : maps.filter((map) => map.name === name || map.id === name)
  if (found.length === 1) return found[0]!.id
  if (maps.length === 0) throw new ContractError('not-found', 'The file has no map.')
  if (found.length === 0) throw new UsageError(`The file has no map “${name}”. Its maps: ${names}.`)
  throw new UsageError(`The file has several maps. Choose one with --map: ${names}.`)
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(resolve(path), bytes).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${path}” could not be written: ${reasonOf(error)}.`)
  })
}
