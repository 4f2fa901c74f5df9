import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { AUDIENCES } from '#domain/formats/export/audiences'
import { EXPORT_FORMATS, type ExportFormatName } from '#domain/formats/export/catalogue'
import type { ExportFormat } from '#domain/formats/export/format'
import { reasonOf } from '#host/files/durable-file'
import { exportFormat } from '#host/pictures/export-format'
import { readProject } from '../shell/read-project'
import { writeWhole } from '../shell/write-whole'
import { UsageError, type CliCommand } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { tellLacking } from './lacking'
import { askedOf, chosenMaps, MAP_FLAGS, MAP_HELP } from './map-choice'
import { atMostOne, readOptions } from './options'
import { optionLine } from './option-line'
import { lookOf, PICTURE_FLAGS, pictureFlagRows } from './picture-flags'

const formatLine = ({ name, title, of }: ExportFormat) => `  ${name.padEnd(15)}  ${title}, of a ${of}`

/** Pictures and reports, then data by whom they are for. */
const formats = [
  ...EXPORT_FORMATS.filter(({ audience }) => audience === undefined).map(formatLine),
  ...AUDIENCES.flatMap(({ name, title }) => [
    '',
    `${title}:`,
    ...EXPORT_FORMATS.filter(({ audience }) => audience === name).map(formatLine),
  ]),
].join('\n')

const pictureOptions = pictureFlagRows()
  .map(({ flag, does }) => optionLine(flag, does))
  .join('\n')

/** `counterpoint export` */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'export a map or a project as a picture, a report or data',
  help: `Usage: counterpoint export FILE --format FORMAT [--map NAME | --all-maps] [--out FILE] [OPTIONS]

Exports a map, or the whole project, from the project file FILE. FILE is not changed, and may be
open in Counterpoint. The exit code is 1 if FILE is damaged or lacks changes that were saved, and
standard error then says what is missing from the export.

Formats:
${formats}

Options:
  --format FORMAT  one of the above
${MAP_HELP}
  --out FILE       the file to write, or an existing folder for a file named after the map or
                   the project. Without this option, the export goes to standard output;
                   formats that are not text are not printed to a screen
  --branch CLAIM   export only this claim (its id) and everything below it
  --claims A,B,C   export only these claims (their ids)
  --data-dir DIR   the data folder, if not the default; it contains the histories of projects
  -h, --help       show this help

Options of pictures, reports and tables:
${pictureOptions}`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      ...MAP_FLAGS,
      out: { type: 'string' },
      branch: { type: 'string' },
      claims: { type: 'string' },
      ...DATA_FOLDER_FLAG,
      ...PICTURE_FLAGS,
    })
    const path = atMostOne(positionals, 'project file')
    if (path === undefined) throw new UsageError('The project file is missing.')
    if (values.format === undefined) throw new UsageError('The option --format is missing.')
    const format = formatNamed(values.format)
    const look = lookOf(values)
    const isZipped = values['all-maps'] === true || (values.map ?? []).length > 1
    if (values.out === undefined && terminal.isScreen && (isZipped || isBinary(format))) {
      throw new UsageError(
        'This format is not text and cannot be printed to the screen. Name a file with --out.',
      )
    }
    const read = await readProject(path, dataFolderOf(values['data-dir']))
    const { project } = read
    const maps = format.of === 'map' ? chosenMaps(project, values, 'project') : []
    const part = { branch: values.branch, claims: values.claims?.split(',') }
    const { exportFiles } = await import('#host/pictures/export-files')
    const asked = { project, ...askedOf(maps, values), ...look, ...part }
    const { fileName, bytes } = await exportFiles(format, asked)
    if (values.out === undefined) await terminal.give(bytes)
    else terminal.say(`Wrote ${await write(values.out, fileName, bytes)}`)
    await tellLacking(format, asked, terminal)
    return tellFileState(read, terminal)
  },
}

function formatNamed(name: string): ExportFormat<ExportFormatName> {
  try {
    return exportFormat(name)
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message) : error
  }
}

const isBinary = ({ mediaType }: ExportFormat): boolean => !/^text\/|[/+](json|xml)$/.test(mediaType)

async function write(out: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const path = resolve(isFolder ? join(out, fileName) : out)
  await writeWhole(path, bytes).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${path}” could not be written: ${reasonOf(error)}.`)
  })
  return path
}
