import * as v from 'valibot'
import { aboutDifference } from '../../document/about'
import { load } from '../../document/load'
import { same, type Change, type RecordChange } from '../../document/patch'
import type { Project } from '../../document/project'
import { TABLE_NAMES } from '../../records/registry'
import { command, refuse } from '../command'

/**
 * Restores the project to the content of a file of it. The patch has only the differences, so that it can be undone.
 */
export const projectRestore = command({
  name: 'project.restore',
  title: 'Restore an earlier state',
  input: v.object({ file: v.string() }),
  run(project, { file }) {
    const loaded = load(file)
    if (!loaded.ok) return refuse(`Nothing was restored. ${loaded.message}`)
    return { patch: difference(project, loaded.project), label: 'restore an earlier state' }
  },
})

function difference(now: Project, then: Project): Change[] {
  const about = aboutDifference(now.about, then.about)
  const changes: Change[] = about ? [about] : []
  for (const table of TABLE_NAMES) {
    for (const [id, from] of now[table]) {
      const to = then[table].get(id) ?? null
      if (!same(table, from, to)) changes.push({ table, id, from, to } as RecordChange)
    }
    for (const [id, to] of then[table]) {
      if (!now[table].has(id)) changes.push({ table, id, from: null, to } as RecordChange)
    }
  }
  return changes
}
