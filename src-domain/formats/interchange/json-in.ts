import { UnreadableError } from '../import/format'

/** Deeper files are refused: no format has such, and writing them again would exhaust the stack. */
const DEEPEST = 500

/** The value of a JSON text with or without a byte order mark. Throws `UnreadableError` in words for the user. */
export function jsonIn(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    throw new UnreadableError('The file is damaged: its JSON is incomplete.')
  }
  if (isTooDeep(value)) throw new UnreadableError('The file was refused: it is nested too deeply.')
  return value
}

/** Whether a value of JSON is nested more deeply than any format needs: by `left` levels and more. */
function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (left < 0) return true
  if (Array.isArray(value)) return value.some((each) => isTooDeep(each, left - 1))
  return Object.values(value).some((each) => isTooDeep(each, left - 1))
}
