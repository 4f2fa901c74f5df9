import { writable } from '../picture/svg-xml'

/**
 * Words as Markdown that stands for nothing but these words: no emphasis, link, heading, list, HTML or comment made of
 * them, in CommonMark and in what Obsidian and others add to it. Line breaks become hard ones; what is white at the ends
 * goes.
 */
export const markdownText = (text: string): string =>
  writable(text)
    .trim()
    .replace(/[\\`*_[\]#|~<>&$^]|==|%%/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/[ \t]+$/gm, '')
    .replace(/\r\n?|\n/g, '\\\n')
