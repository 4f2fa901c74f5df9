import { FORMAT } from '../../document/project'
import { isAif } from './aif/aif-file'
import type { InterchangeName } from './catalogue'
import { jsonIn } from './json-in'

/** What tells JSON files apart, in this order: the first that fits counts. */
const JSON_FORMATS: readonly {
  readonly name: InterchangeName
  readonly fits: (value: unknown) => boolean
}[] = [{ name: 'aif', fits: isAif }]

/**
 * The format of another program that a file has, by its ending and by its content; undefined for any other file.
 * @throws UnreadableError for JSON that is damaged or nested too deeply to be any format
 */
export function recognised(fileName: string, text: string): InterchangeName | undefined {
  return fileName.toLowerCase().endsWith('.json') ? recognisedJson(text) : undefined
}

function recognisedJson(text: string): InterchangeName | undefined {
  // A project names its format first; parsing it here would take as long as reading it.
  if (new RegExp(`^\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text.slice(0, 200))) return undefined
  if (!/^\uFEFF?\s*[[{]/.test(text.slice(0, 1000))) return undefined
  const value = jsonIn(text)
  return JSON_FORMATS.find(({ fits }) => fits(value))?.name
}
