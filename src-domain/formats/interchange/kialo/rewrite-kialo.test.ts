import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCommand } from '../../../commands/registry'
import { applyPatch } from '../../../document/patch'
import { mapAlone } from '../../../document/map-alone'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { commandSequence } from '../../../testing/command-sequence'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { writable } from '../../export/picture/svg-xml'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { isSaid } from './kialo-words'
import { writeKialo } from './write-kialo'

const sample = readFileSync(join(import.meta.dirname, 'samples', 'kialo.txt'), 'utf8')

const came = async (): Promise<Project> =>
  withFile(emptyProject(), (await fileRead('kialo', sample, 'kialo.txt')).file)

const written = async (project: Project): Promise<string> =>
  String(await writeKialo({ project, map: [...project.maps.keys()][0]!, ...DEFAULT_LOOK }, exportEnv))

/** The wordings and the reasons for and against them. */
function said({ claims, relations }: Project) {
  const words = (id: string) => writable(claims.get(id)!.text).replace(/\s+/g, ' ').trim() || '…'
  return [
    ...[...claims.keys()].map(words),
    ...[...relations.values()]
      .filter(isSaid)
      .map(({ kind, premises, target }) => `${words(premises[0]!)} ${kind} ${words(target)}`),
  ].sort()
}

test('a claim added, one removed and one with a link reworded are the only lines that differ', async () => {
  const builder = new Builder('Test', testEnv('edit'))
  builder.project = await came()
  const [map] = builder.project.maps.keys()
  const with_ = (words: string) =>
    [...builder.project.claims.values()].find(({ text }) => text.includes(words))!.id
  builder.relation('attack', [builder.claim('It costs nothing.', map)], with_('Dredging'))
  builder.run('claim.remove', { claims: [with_('neither')] })
  builder.run('claim.reword', { claim: with_('silts'), text: 'Big ships run aground.' })
  const [before, after] = [sample.split('\n'), (await written(builder.project)).split('\n')]
  expect(before.filter((line) => !after.includes(line))).toEqual([
    '1.1. Pro: It silts up \\[fast\\] and [ships](https://example.org/s) run aground.',
    '1.3. A line that says neither.',
  ])
  expect(after.filter((line) => !before.includes(line))).toEqual([
    '1.1. Pro: Big [ships](https://example.org/s) run aground.',
    '1.1.1.2. Con: It costs nothing.',
  ])
})

test('P9 a discussion says the same as its map after any changes', async () => {
  const start = await came()
  await fc.assert(
    fc.asyncProperty(commandSequence(15), async (steps) => {
      let project = start
      steps.forEach(({ name, input }, index) => {
        const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
        const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
        if (applied && 'project' in applied) project = applied.project
      })
      const [map] = project.maps.keys()
      fc.pre(map !== undefined)
      const again = withFile(
        emptyProject(),
        (await fileRead('kialo', await written(project), 'kialo.txt')).file,
      )
      expect(said(again)).toEqual(said(mapAlone(project, map!)))
    }),
    { numRuns: 40 },
  )
})
