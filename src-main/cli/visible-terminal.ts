import { visibleName } from '#domain/safety/visible-name'
import type { Terminal } from './command'

/** Shows the invisible characters of a text, of which some control terminals. Line breaks and tabs stay. */
const shown = (text: string): string => text.replace(/[^\n\t]+/g, visibleName)

/**
 * A terminal that no title, file name or claim can control: with escape sequences, a project from elsewhere could change
 * what the user reads. What goes into a file or another program stays as it is.
 */
export const visibleTerminal = (terminal: Terminal): Terminal => ({
  isScreen: terminal.isScreen,
  say: (line) => terminal.say(shown(line)),
  complain: (line) => terminal.complain(shown(line)),
  give: (bytes) =>
    terminal.give(terminal.isScreen ? Buffer.from(shown(new TextDecoder().decode(bytes))) : bytes),
})

/** JSON for other programs. Invisible characters are escaped, so that they reach the program and not the terminal. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) =>
    hidden === '\n'
      ? hidden
      : Array.from(
          { length: hidden.length },
          (_, at) => `\\u${hidden.charCodeAt(at).toString(16).padStart(4, '0')}`,
        ).join(''),
  )
