import * as v from 'valibot'
import { load } from '../../document/load'
import { patchToDecide } from '../../merge/disagreement-records'
import { areRelated, mergeProjects } from '../../merge/merge-projects'
import { withoutMissing } from '../../merge/missing-records'
import { command, refuse } from '../command'

/**
 * Merges another version of this project into it, record by record and field by field. With the state that both go back
 * to, what either changed comes in; without it nothing counts as removed. `keepMissing` keeps the records that the other
 * version lacks.
 */
export const projectMergeStates = command({
  name: 'project.mergeStates',
  title: 'Merge another version of this project',
  input: v.object({
    file: v.string(),
    base: v.nullable(v.string()),
    keepMissing: v.optional(v.boolean()),
  }),
  run(project, { file, base, keepMissing }, env) {
    const theirs = load(file)
    if (!theirs.ok) return refuse(`Nothing was merged. ${theirs.message}`)
    if (!areRelated(project, theirs.project))
      return refuse('The other version shares nothing with this project. Nothing was merged.')
    const common = base === null ? undefined : load(base)
    if (common && !common.ok) return refuse(`Nothing was merged. ${common.message}`)
    if (common && ![project, theirs.project].every((side) => areRelated(common.project, side)))
      return refuse('The common state shares nothing with the two versions. Nothing was merged.')
    const before = common && keepMissing ? withoutMissing(common.project, theirs.project) : common?.project
    const merge = mergeProjects(before, project, theirs.project)
    return { patch: patchToDecide(project, merge, env), label: 'merge versions' }
  },
})
