import type { Project } from '../document/project'
import { TABLE_NAMES } from '../records/registry'

/** Freezes a project deeply, so that code that writes to it throws (P2). */
export function frozen(project: Project): Project {
  for (const table of TABLE_NAMES) {
    const rows = project[table]
    for (const row of rows.values()) freezeDeep(row)
    // `Object.freeze` does not protect the entries of a Map, so its methods are replaced.
    if (!Object.isFrozen(rows))
      Object.freeze(Object.assign(rows, { set: refuse, delete: refuse, clear: refuse }))
  }
  freezeDeep(project.about)
  return Object.freeze(project)
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(freezeDeep)
}

const refuse = (): never => {
  throw new Error('a project is never changed in place')
}
