import type { ViewCommand } from './view-command'

/** The menu Reading: the article, its sentences and passages. */
export const READING_MENU = [
  {
    name: 'words.copy',
    title: 'Copy words',
    menu: 'Reading',
    context: { on: ['words', 'passage'], title: 'Copy' },
  },
  { name: 'words.quote', title: 'Copy as quotation', menu: 'Reading', context: { on: ['words', 'passage'] } },
  { name: 'reading.next', title: 'Next sentence', menu: 'Reading', keys: ['j'] },
  { name: 'reading.previous', title: 'Previous sentence', menu: 'Reading', keys: ['k'] },
  { name: 'reading.extend', title: 'Extend to the next sentence', menu: 'Reading', keys: ['Shift+j'] },
  {
    name: 'reading.extendBack',
    title: 'Extend to the previous sentence',
    menu: 'Reading',
    keys: ['Shift+k'],
  },
  { name: 'reading.endLater', title: 'Move selection end forward by a word', menu: 'Reading', keys: [']'] },
  { name: 'reading.endEarlier', title: 'Move selection end back by a word', menu: 'Reading', keys: ['['] },
  {
    name: 'reading.startLater',
    title: 'Move selection start forward by a word',
    menu: 'Reading',
    keys: ['Shift+}', '}'],
  },
  {
    name: 'reading.startEarlier',
    title: 'Move selection start back by a word',
    menu: 'Reading',
    keys: ['Shift+{', '{'],
  },
  { name: 'passage.endLater', title: 'Move passage end forward by a word', menu: 'Reading', keys: ['Alt+]'] },
  {
    name: 'passage.endEarlier',
    title: 'Move passage end back by a word',
    menu: 'Reading',
    keys: ['Alt+['],
  },
  {
    name: 'passage.startLater',
    title: 'Move passage start forward by a word',
    menu: 'Reading',
    keys: ['Alt+Shift+}'],
  },
  {
    name: 'passage.startEarlier',
    title: 'Move passage start back by a word',
    menu: 'Reading',
    keys: ['Alt+Shift+{'],
  },
  { name: 'reading.nextMark', title: 'Next mark in the article', menu: 'Reading', keys: ['.'] },
  { name: 'reading.previousMark', title: 'Previous mark in the article', menu: 'Reading', keys: [','] },
  {
    name: 'reader.details',
    title: 'Show details of the article',
    menu: 'Reading',
    context: { on: ['article'], title: 'Show details' },
  },
] as const satisfies readonly ViewCommand[]
