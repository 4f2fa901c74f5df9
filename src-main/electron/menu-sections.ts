interface Named {
  readonly name: string
}

/** Commands of a menu that are behind one item. */
export interface Submenu<Command> {
  readonly label: string
  readonly commands: readonly Command[]
}

/** The submenus, by the beginning of the names of their commands. */
const SUBMENUS: Readonly<Record<string, string>> = {
  reading: 'Sentences and selection',
  passage: 'Edges of the passage',
  relation: 'Relation',
  tidy: 'Tidy',
  follow: 'Go to',
  'map.align': 'Align and distribute',
  'map.distribute': 'Align and distribute',
}

/**
 * The commands of a menu in sections: one for each subject, as the beginning of their names says it, in the order in
 * which the subjects first occur; and one with the submenus, after the first.
 */
export function sectionsOf<Command extends Named>(
  commands: readonly Command[],
): (Command | Submenu<Command>)[][] {
  const sections = new Map<string, Command[]>()
  const submenus = new Map<string, Command[]>()
  for (const command of commands) {
    const prefix = Object.keys(SUBMENUS).find((each) => command.name.startsWith(`${each}.`))
    const [lists, key] = prefix
      ? ([submenus, SUBMENUS[prefix]!] as const)
      : ([sections, command.name.split('.')[0]!] as const)
    lists.set(key, [...(lists.get(key) ?? []), command])
  }
  const all: (Command | Submenu<Command>)[][] = [...sections.values()]
  const behind = [...submenus].map(([label, each]) => ({ label, commands: each }))
  return behind.length > 0 ? all.toSpliced(1, 0, behind) : all
}
