import { CLAIM_MENU } from './view-commands/claim'
import { EDIT_MENU } from './view-commands/edit'
import { FILE_MENU } from './view-commands/file'
import { HELP_MENU } from './view-commands/help'
import { MAP_MENU } from './view-commands/map'
import { READING_MENU } from './view-commands/reading'
import { VIEW_MENU } from './view-commands/view'

/** All view commands, in the order of the menus. The compiler requires a handler in the page for each. */
export const VIEW_COMMANDS = [
  ...FILE_MENU,
  ...EDIT_MENU,
  ...READING_MENU,
  ...CLAIM_MENU,
  ...MAP_MENU,
  ...VIEW_MENU,
  ...HELP_MENU,
] as const

export type ViewCommandName = (typeof VIEW_COMMANDS)[number]['name']
