import { writable } from '../picture/svg-xml'

/**
 * Escapes a text for Markdown, so that it contains no emphasis, link, heading, list, HTML or comment in CommonMark and
 * its extensions in Obsidian and others. Line breaks become hard line breaks; white space at the ends is trimmed. No pattern
 * looks at the same white space twice: a note can have a hundred thousand blanks.
 */
export const markdownText = (text: string): string =>
  writable(text)
    .trim()
    .replace(/[\\`*_[\]#|~<>&$^]|==|%%/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([-+=])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d+)([.)])/gm, '$1\\$2')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\r\n?|\n/g, '\\\n')
