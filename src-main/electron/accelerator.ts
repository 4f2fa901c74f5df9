/** Ctrl, Command or Alt with a key that Electron knows by the same name. */
const SHOWN =
  /^(?=.*(?:\$mod|Alt)\+)(?:(?:\$mod|Control|Meta|Alt|Shift)\+)*(?:[a-z0-9=\-[\],./;]|F\d{1,2}|Delete|Backspace|Enter|Space|Home|End)$/

/**
 * The first of a command's keys that a menu can show, in Electron's notation; undefined when there is none. Keys without
 * Ctrl, Command or Alt are left to the page: on a Mac a menu that showed them would take them from every field.
 * @param keys in tinykeys notation
 */
export function acceleratorOf(keys: readonly string[]): string | undefined {
  const shown = keys.find((each) => SHOWN.test(each))
  return shown
    ?.split('+')
    .map((part) => (part === '$mod' ? 'CommandOrControl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
