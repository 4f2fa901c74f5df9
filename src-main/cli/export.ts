import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { EXPORT_FORMATS, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { PAPERS } from '#domain/formats/export/writer'
import type { Project } from '#domain/document/project'
import { reasonOf } from '#host/files/durable-file'
import { exportFile, exportFormat } from '#host/pictures/export-file'
import { readProject } from '../shell/read-project'
import { writeWhole } from '../shell/write-whole'
import { UsageError, type CliCommand } from './command'
import { atMostOne, oneOf, readOptions } from './options'

const formats = EXPORT_FORMATS.map(
  ({ name, title, of }) => `  ${name.padEnd(15)}  ${title}, of a ${of}`,
).join('\n')

/** `counterpoint export` */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'write a map or a project as a picture, a report or data',
  help: `Usage: counterpoint export FILE --format FORMAT [--map NAME] [--out FILE] [OPTIONS]

Writes a map, or the whole project, of the project file FILE in another format. FILE is not
changed, and may be open in Counterpoint.

Formats:
${formats}

Options:
  --format FORMAT  one of the above
  --map NAME       the map's name (or its id); needed only where there are several
  --out FILE       the file to write. Of a folder that is there, a file in it, named after the
                   map or the project. Without this option it goes to standard output, what
                   is not text only where that is not a screen
  --branch CLAIM   of the map only this claim (its id) and everything under it
  --claims A,B,C   of the map only these claims (their ids)
  -h, --help       this text

Options of pictures:
  --theme THEME    light or dark; light if not given
  --scale N        1 to 8 pixels for each pixel of the map; 1 if not given. Only PNG
  --paper PAPER    fitted, A4, A3 or Letter; fitted to the map if not given. Only PDF
  --transparent    no ground behind the map
  --no-title       without the map's name
  --no-legend      without what the marks mean
  --no-caveat      without the map's caveat
  --notes          numbers on the cards, and below the map the passages they stand for`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      map: { type: 'string' },
      out: { type: 'string' },
      branch: { type: 'string' },
      claims: { type: 'string' },
      scale: { type: 'string' },
      theme: { type: 'string' },
      paper: { type: 'string' },
      transparent: { type: 'boolean' },
      'no-title': { type: 'boolean' },
      'no-legend': { type: 'boolean' },
      'no-caveat': { type: 'boolean' },
      notes: { type: 'boolean' },
    })
    const path = atMostOne(positionals, 'project file')
    if (path === undefined) throw new UsageError('The project file is missing.')
    if (values.format === undefined) throw new UsageError('The option --format is missing.')
    const format = formatNamed(values.format)
    const look = {
      scale: scaleOf(values.scale),
      theme: oneOf('theme', values.theme, ['light', 'dark']),
      paper: oneOf('paper', values.paper, PAPERS),
      transparent: values.transparent,
      title: !values['no-title'],
      legend: !values['no-legend'],
      caveat: !values['no-caveat'],
      notes: values.notes,
    }
    if (values.out === undefined && terminal.isScreen && isBinary(format)) {
      throw new UsageError('This format is not text and cannot be shown here. Name a file with --out.')
    }
    const { project } = await readProject(path)
    const map = format.of === 'map' ? mapNamed(project, values.map) : ''
    const part = { branch: values.branch, claims: values.claims?.split(',') }
    const { fileName, bytes } = await exportFile(format, { project, map, ...look, ...part })
    if (values.out === undefined) await terminal.give(bytes)
    else terminal.say(`Wrote ${await write(values.out, fileName, bytes)}`)
    return 0
  },
}

function scaleOf(given: string | undefined): number {
  const scale = Number(given ?? 1)
  if (!(scale >= 1 && scale <= 8)) throw new UsageError(`The option --scale takes 1 to 8, not “${given}”.`)
  return scale
}

function formatNamed(name: string): ExportFormat<ExportFormatName> {
  try {
    return exportFormat(name)
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message) : error
  }
}

const isBinary = ({ mediaType }: ExportFormat): boolean => !/^text\/|[/+](json|xml)$/.test(mediaType)

/** The id of the map with that name; without a name, of the only map. */
function mapNamed(project: Project, name: string | undefined): string {
  const maps = [...project.maps.values()]
  const names = maps.map((map) => `“${map.name}”`).join(', ')
  if (maps.length === 0) throw new ContractError('not-found', 'The project has no map to export.')
  const found = name === undefined ? maps : maps.filter((map) => map.name === name || map.id === name)
  if (found.length === 0) throw new UsageError(`The project has no map “${name}”. What it has: ${names}.`)
  if (found.length > 1) throw new UsageError(`There are several maps. Say which with --map: ${names}.`)
  return found[0]!.id
}

async function write(out: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const path = resolve(isFolder ? join(out, fileName) : out)
  await writeWhole(path, bytes).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${path}” was not written: ${reasonOf(error)}.`)
  })
  return path
}
