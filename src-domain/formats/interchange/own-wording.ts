import { isObject } from '../../records/record'
import { markdownText } from '../export/report/markdown-text'
import { textIn } from './json-fields'
import { plainWords } from './plain-words'

/** A wording that its Markdown does not give back, such as one of invisible characters alone; empty for any other. */
export const exactly = (text: string): string => (plainWords(markdownText(text)) === text ? '' : text)

/** The wording in our key of an element, if its Markdown still says it; undefined without one. */
export function exactWording(
  element: Readonly<Record<string, unknown>>,
  markdown: string,
): string | undefined {
  const { counterpoint } = element
  const text = isObject(counterpoint) ? textIn(counterpoint['text']) : ''
  return text !== '' && markdownText(text) === markdown ? text : undefined
}
