/**
 * The first of a command's keys that a menu can show, in Electron's notation; undefined when there is none. Keys without
 * Ctrl, Command or Alt are left to the page: on a Mac a menu that showed them would take them from every field.
 * @param keys in tinykeys notation
 */
export function acceleratorOf(keys: readonly string[]): string | undefined {
  const shown = keys.find((each) => /^(\$mod|Alt)\+/.test(each))
  return shown
    ?.split('+')
    .map((part) => (part === '$mod' ? 'CommandOrControl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
