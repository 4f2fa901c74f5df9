import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse } from '../command'

const Name = v.pipe(words(300), v.minLength(1))
const NO_MAP = 'The map is no longer in the project.'

/** Adds an empty map. */
export const mapAdd = command({
  name: 'map.add',
  title: 'New map',
  menu: 'Map',
  context: { on: ['map'] },
  input: v.object({ name: Name }),
  from: ({ project }) => ({ name: `Map ${project.maps.size + 1}` }),
  run(_project, { name }, env) {
    if (name.trim() === '') return refuse('A map needs a name.')
    const map = { id: env.newId(), name: name.trim(), created: env.now(), steps: [], caveat: '' }
    return { patch: [created('maps', map)], label: 'new map', select: { type: 'map', id: map.id } }
  },
})

export const mapRename = command({
  name: 'map.rename',
  title: 'Rename map',
  input: v.object({ map: IdSchema, name: Name }),
  run(project, { map: id, name }) {
    const map = project.maps.get(id)
    if (!map) return refuse(NO_MAP)
    if (name.trim() === '') return refuse('A map needs a name. The old name was kept.')
    if (map.name === name.trim()) return nothing('rename map')
    return { patch: [changed('maps', map, { name: name.trim() })], label: 'rename map' }
  },
})

/** Changes the caveat, which is printed below the picture of the map. */
export const mapCaveat = command({
  name: 'map.caveat',
  title: 'Edit caveat of map',
  input: v.object({ map: IdSchema, caveat: words(2000) }),
  run(project, { map: id, caveat }) {
    const map = project.maps.get(id)
    if (!map) return refuse(NO_MAP)
    if (map.caveat === caveat) return nothing('edit caveat')
    return { patch: [changed('maps', map, { caveat })], label: 'edit caveat', joins: `map caveat ${id}` }
  },
})

/** Deletes a map with its placements and groups. Claims and relations stay in the project. */
export const mapRemove = command({
  name: 'map.remove',
  title: 'Delete map',
  menu: 'Map',
  context: { on: ['map'], removes: true },
  input: v.object({ map: IdSchema }),
  from: ({ map }) => (map ? { map } : undefined),
  run(project, { map }) {
    if (!project.maps.has(map)) return refuse(NO_MAP)
    return { patch: deletion(project, { maps: [map] }), label: 'delete map' }
  },
})
