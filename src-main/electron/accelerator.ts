/** Ctrl, Command or Alt with a key that has the same name in Electron. */
const SHOWN =
  /^(?=.*(?:\$mod|Alt)\+)(?:(?:\$mod|Control|Meta|Alt|Shift)\+)*(?:[a-z0-9=\-[\],./;]|F\d{1,2}|Delete|Backspace|Enter|Space|Home|End)$/

/**
 * The first of a command's keys that a menu can show, in Electron's notation; undefined if there is none. Keys
 * without Ctrl, Command or Alt are left to the page: on a Mac, a menu that shows such a key takes it away from every
 * text field.
 * @param keys as a command has them, such as `$mod+Shift+z`
 */
export function acceleratorOf(keys: readonly string[]): string | undefined {
  const shown = keys.find((each) => SHOWN.test(each))
  return shown
    ?.split('+')
    .map((part) => (part === '$mod' ? 'CommandOrControl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
