import { archives } from './hostile-archives'
import type { HostileFile } from './hostile-file'
import { disguises, documents, richTexts } from './hostile-office'
import { pages, savedPages } from './hostile-pages'
import { pdfs } from './hostile-pdfs'
import { references } from './hostile-references'
import { markdowns, names, texts } from './hostile-texts'

/**
 * One file for each attempt. `trap` is a URL that nothing may request, `secret` the URL of a file that nothing may
 * read.
 */
export const hostileFiles = (trap: string, secret: string): HostileFile[] => [
  ...pages(trap),
  ...savedPages(trap),
  ...markdowns(trap),
  ...archives(),
  ...documents(trap, secret),
  ...pdfs(trap),
  ...references(trap),
  ...richTexts(trap),
  ...disguises(),
  ...names(),
  ...texts(),
]
