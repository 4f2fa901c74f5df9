import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import type { ExportFormat } from '#domain/formats/export/format'
import { EXPORT_FORMATS } from '#domain/formats/export/registry'
import type { Project } from '#domain/project'
import { reasonOf } from '#host/durable-file'
import { exportFile, exportFormat } from '#host/export-file'
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
  help: `Usage: counterpoint export FILE --format FORMAT [--map NAME] [--out FILE]
                           [--scale N] [--theme light|dark]

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
  --scale N        1, 2 or 4 picture pixels for each pixel of the map; 1 if not given
  --theme THEME    light or dark; light if not given
  -h, --help       this text`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      map: { type: 'string' },
      out: { type: 'string' },
      scale: { type: 'string' },
      theme: { type: 'string' },
    })
    const path = atMostOne(positionals, 'project file')
    if (path === undefined) throw new UsageError('The project file is missing.')
    if (values.format === undefined) throw new UsageError('The option --format is missing.')
    const format = formatNamed(values.format)
    const scale = Number(oneOf('scale', values.scale, ['1', '2', '4']))
    const theme = oneOf('theme', values.theme, ['light', 'dark'])
    if (values.out === undefined && terminal.isScreen && isBinary(format)) {
      throw new UsageError('This format is not text and cannot be shown here. Name a file with --out.')
    }
    const { project } = await readProject(path)
    const map = format.of === 'map' ? mapNamed(project, values.map) : ''
    const { fileName, bytes } = await exportFile(format, { project, map, theme, scale })
    if (values.out === undefined) await terminal.give(bytes)
    else terminal.say(`Wrote ${await write(values.out, fileName, bytes)}`)
    return 0
  },
}

function formatNamed(name: string): ExportFormat {
  try {
    return exportFormat(name)
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message) : error
  }
}

const isBinary = ({ mediaType }: ExportFormat): boolean => !/^text\/|[/+](json|xml)$/.test(mediaType)

/** The id of the map of that name, or of the only one. */
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
