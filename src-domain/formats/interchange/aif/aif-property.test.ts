import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import { exportEnv } from '../../../testing/export-env'
import { fullMap } from '../../../testing/full-map'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { projectOf } from '../project-of'
import { NOW } from '../testing/read'
import type { IncomingFile, IncomingMap } from '../incoming'
import { readAif } from './read-aif'
import { readSadface } from '../sadface/read-sadface'
import { writeSadface } from '../sadface/write-sadface'
import { writeAif, writeOva } from './write-aif'

/** What a map says, with positions in lists for ids, so that two readings can be compared. */
function said(project: Project, time: number) {
  const claims = [...project.claims.values()]
  const relations = [...project.relations.values()]
  const at = (id: string) => claims.findIndex((claim) => claim.id === id)
  const cards = new Map([...project.placements.values()].map((card) => [card.claim, card]))
  const [map] = project.maps.values()
  return {
    map: [map?.name, map?.caveat, map?.steps.map(at)],
    claims: claims.map((claim) => {
      const { x, y, collapsed, pinned, colour, group } = cards.get(claim.id)!
      return {
        wording: [claim.text, claim.note, claim.tags, claim.unstated, claim.created.slice(0, time)],
        category: project.categories.get(claim.category)?.name,
        card: [x, y, collapsed, pinned, colour, project.groups.get(group)?.title],
      }
    }),
    relations: relations.map(({ kind, premises, targetType, target, ...rest }) => ({
      ends: [kind, premises.map(at), targetType],
      target: targetType === 'claim' ? at(target) : relations.findIndex(({ id }) => id === target),
      details: [rest.scheme, rest.note, rest.warrant, rest.strength, rest.answers],
    })),
  }
}

/** The words of the passages of each claim, in order. */
const passages = (project: Project) =>
  [...project.claims.keys()].map((id) =>
    [...project.excerpts.values()]
      .filter(({ claim }) => claim === id)
      .map(({ source, start, end }) => project.sources.get(source)!.text.slice(start, end))
      .map((words) => words.replace(/\r\n?/g, '\n').trim())
      .sort(),
  )

const read = (text: string, reader: (file: IncomingFile) => IncomingMap) => {
  const file = { fileName: 'a.json', text, hash: 'hash', now: NOW }
  return projectOf(file, reader(file))
}

test.each([
  ['AIFdb', writeAif, readAif, 19],
  ['OVA', writeOva, readAif, 19],
  // It has no times of claims.
  ['SADFace', writeSadface, readSadface, 0],
])('P9 a map written for %s says the same when it is read', async (_name, writer, reader, time) => {
  await fc.assert(
    fc.asyncProperty(fullMap(), async ({ project, map }) => {
      const alone = mapAlone(project, map)
      const text = String(await writer({ project, map, ...DEFAULT_LOOK }, exportEnv))
      const again = read(text, reader)
      expect(said(again, time)).toEqual(said(alone, time))
      const before = passages(alone)
      for (const [claim, words] of passages(again).entries())
        for (const each of words) expect(before[claim]).toContain(each)
    }),
    { numRuns: 60 },
  )
})
