import { writable } from '../picture/svg-xml'

/**
 * Escapes a text for Markdown, so that it contains no emphasis, link, heading, list, HTML or comment in CommonMark and
 * its extensions in Obsidian and others. Line breaks become hard line breaks; white space at the ends is trimmed.
 */
export const markdownText = (text: string): string =>
  writable(text)
    .trim()
    .replace(/[\\`*_[\]#|~<>&$^]|==|%%/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/[ \t]+$/gm, '')
    .replace(/\r\n?|\n/g, '\\\n')
