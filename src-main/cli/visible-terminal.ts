import { visibleName } from '#domain/safety/visible-name'
import type { Terminal } from './command'

/** Shows the invisible characters of a line, of which some control terminals and some begin a line that was never said. */
const shown = (line: string): string => line.replace(/[^\t]+/g, visibleName)

/**
 * A terminal that no title, file name or claim can control: with escape sequences or line breaks, a project from elsewhere
 * could change what the user reads. So each line is said by itself. What goes into a file or another program stays as it is.
 */
export const visibleTerminal = (terminal: Terminal): Terminal => ({
  isScreen: terminal.isScreen,
  say: (line) => terminal.say(shown(line)),
  complain: (line) => terminal.complain(shown(line)),
  // A file has lines.
  give: (bytes) =>
    terminal.give(
      terminal.isScreen
        ? Buffer.from(new TextDecoder().decode(bytes).replace(/[^\n\t]+/g, visibleName))
        : bytes,
    ),
})

/** Says a text of several lines that Counterpoint wrote, as its help. */
export function sayLines(terminal: Pick<Terminal, 'say'>, text: string): void {
  for (const line of text.split('\n')) terminal.say(line)
}

/** Says a value as JSON, for other programs. Invisible characters are escaped, so that they reach the program and not the terminal. */
export const sayJson = (terminal: Pick<Terminal, 'say'>, value: unknown): void =>
  sayLines(terminal, jsonOf(value))

const jsonOf = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) =>
    hidden === '\n'
      ? hidden
      : Array.from(
          { length: hidden.length },
          (_, at) => `\\u${hidden.charCodeAt(at).toString(16).padStart(4, '0')}`,
        ).join(''),
  )
