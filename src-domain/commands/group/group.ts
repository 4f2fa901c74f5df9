import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { COLOURS } from '../../vocabulary/palette'
import { IdSchema, words } from '../../records/record'
import type { Placement } from '../../records/placement'
import type { Project } from '../../document/project'
import { command, nothing, refuse } from '../command'

const NO_GROUP = 'The group is no longer in the project.'

/** The placements of claims on a map. */
const placementsOf = (project: Project, claims: readonly string[], map: string): Placement[] =>
  [...project.placements.values()].filter((each) => each.map === map && claims.includes(each.claim))

/** Groups the selected cards: `$mod+G`. A card leaves its former group; a group that loses all cards is deleted. */
export const groupMake = command({
  name: 'group.make',
  title: 'Group the selected cards',
  menu: 'Map',
  keys: ['$mod+g'],
  context: { on: ['card'], title: 'Group' },
  input: v.object({
    claims: v.pipe(v.array(IdSchema), v.minLength(1)),
    map: IdSchema,
    title: words(300),
  }),
  from: ({ claims, map }) =>
    map && claims.length > 1 ? { claims: [...claims], map, title: 'Group' } : undefined,
  run(project, { claims, map, title }, env) {
    const members = placementsOf(project, claims, map)
    if (members.length === 0) return refuse('None of these claims is on this map. Nothing was grouped.')
    const group = { id: env.newId(), map, title: title.trim(), colour: 'slate' as const }
    const patch = [
      created('groups', group),
      ...members.map((from) => changed('placements', from, { group: group.id })),
    ]
    const ids = new Set(members.map(({ id }) => id))
    const left = new Set(
      [...project.placements.values()].flatMap(({ id, group: of }) => (ids.has(id) ? [] : of)),
    )
    const emptied = new Set(members.flatMap(({ group: of }) => (of === '' || left.has(of) ? [] : of)))
    for (const id of emptied) patch.push({ table: 'groups', id, from: project.groups.get(id)!, to: null })
    return { patch, label: 'group cards' }
  },
})

/** Changes the title or colour of a group. */
export const groupEdit = command({
  name: 'group.edit',
  title: 'Edit group',
  input: v.object({
    group: IdSchema,
    fields: v.partial(v.object({ title: words(300), colour: v.picklist(COLOURS) })),
  }),
  run(project, { group: id, fields }) {
    const group = project.groups.get(id)
    if (!group) return refuse(NO_GROUP)
    const to = { title: fields.title?.trim() ?? group.title, colour: fields.colour ?? group.colour }
    if (to.title === group.title && to.colour === group.colour) return nothing('edit group')
    return { patch: [changed('groups', group, to)], label: 'edit group' }
  },
})

/** Ungroups the selected cards: `$mod+Shift+G`. The cards stay in their places. */
export const groupRemove = command({
  name: 'group.remove',
  title: 'Ungroup the selected cards',
  menu: 'Map',
  keys: ['$mod+Shift+g'],
  context: { on: ['card', 'group'], title: 'Ungroup' },
  input: v.object({ groups: v.pipe(v.array(IdSchema), v.minLength(1)) }),
  from({ project, claims, map }) {
    const groups = map ? placementsOf(project, claims, map).flatMap(({ group }) => group || []) : []
    return groups.length > 0 ? { groups: [...new Set(groups)] } : undefined
  },
  run(project, { groups }) {
    if (!groups.some((id) => project.groups.has(id))) return refuse(NO_GROUP)
    return { patch: deletion(project, { groups }), label: 'ungroup cards' }
  },
})
