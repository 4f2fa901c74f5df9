import { writable } from './svg-xml'

/**
 * Words as Markdown that stands for nothing but these words: no emphasis, link, heading, list, HTML or address made of
 * them. Line breaks become hard ones; what is white at its ends goes.
 */
export const markdownText = (text: string): string =>
  writable(text)
    .trim()
    .replace(/[\\`*_{}[\]()#+!|~<>&$^=:@"-]/g, '\\$&')
    .replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2')
    .replace(/[ \t]+$/gm, '')
    .replace(/\r\n?|\n/g, '\\\n')
