import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { runCommand } from '../../../commands/registry'
import { applyPatch } from '../../../document/patch'
import type { Project } from '../../../document/project'
import { exportEnv } from '../../../testing/export-env'
import { fullMap } from '../../../testing/full-map'
import { Builder } from '../../../testing/build'
import { commandSequence, type PlannedStep } from '../../../testing/command-sequence'
import { testEnv } from '../../../testing/env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { writable } from '../../export/picture/svg-xml'
import { richSample } from '../../export/testing/rich-sample'
import { projectOf } from '../project-of'
import { emptyProject, fileRead, NOW, withFile } from '../testing/read'
import { textsOf } from '../testing/sample-project'
import { readQdpx } from './read-qdpx'
import { writeQdc } from './write-qdc'
import { writeQdpx } from './write-qdpx'

const partsOf = async (project: Project): Promise<Record<string, string>> => {
  const bytes = await writeQdpx({ project, map: '', ...DEFAULT_LOOK }, exportEnv)
  const parts = unzipSync(bytes as Uint8Array)
  return Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)]))
}

const readAgain = async (project: Project): Promise<Project> => {
  const file = { fileName: 'a.qdpx', text: JSON.stringify(await partsOf(project)), hash: 'hash', now: NOW }
  return projectOf(file, readQdpx(file))
}

const plain = (text: string): string => writable(text).trim() || '…'

/** What a project says that REFI-QDA has a form for, without ids. */
function said(project: Project) {
  const wordingOf = (id: string) => plain(project.claims.get(id)!.text)
  const rests = [...project.excerpts.values()].filter(
    ({ anchor }) => anchor !== 'lost' && anchor !== 'ambiguous',
  )
  const claims = [...project.claims.values()].map((claim) =>
    JSON.stringify([
      plain(claim.text),
      writable(claim.note).trim(),
      // Names of categories are compared without regard to capitals.
      plain(project.categories.get(claim.category)!.name).toLowerCase(),
      // A comma parts tags in their field, so that the reader takes a semicolon for it.
      [...new Set(claim.tags.map((tag) => plain(tag).replaceAll(',', ';')))].sort(),
      rests
        .filter((each) => each.claim === claim.id)
        .map(({ start, end }) => `${start}-${end}`)
        .sort(),
    ]),
  )
  const links = [...project.relations.values()]
    .filter(({ premises, targetType }) => premises.length === 1 && targetType === 'claim')
    .map(({ kind, premises, target }) => [kind, wordingOf(premises[0]!), wordingOf(target)].join(' | '))
  // A text of blanks alone is no article.
  const texts = [...project.sources.values()].flatMap(({ title, text }) =>
    text.trim() === '' ? [] : [[writable(title).trim(), writable(text)].join('\n')],
  )
  return { claims: claims.sort(), links: links.sort(), texts: texts.sort() }
}

test('P9 a REFI-QDA project says the same when it is read', async () => {
  await fc.assert(
    fc.asyncProperty(fullMap(), async ({ project }) => {
      // An import leaves no carriage returns in a text.
      fc.pre([...project.sources.values()].every(({ text }) => !text.includes('\r')))
      expect(said(await readAgain(project))).toEqual(said(project))
    }),
    { numRuns: 25 },
  )
})

/** A project after the commands that are not refused. */
function projectAfter(start: Project, steps: readonly PlannedStep[]): Project {
  let project = start
  steps.forEach(({ name, input }, index) => {
    const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
    const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
    if (applied && 'project' in applied) project = applied.project
  })
  return project
}

const FOLDER = join(import.meta.dirname, 'samples')

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.qdpx')))(
  'P9 %s says the same as its project after any changes',
  async (file) => {
    const text = JSON.stringify(textsOf(readFileSync(join(FOLDER, file))))
    const came = withFile(emptyProject(), (await fileRead('qdpx', text, file)).file)
    await fc.assert(
      fc.asyncProperty(commandSequence(15), async (steps) => {
        const project = projectAfter(came, steps)
        fc.pre([...project.sources.values()].every(({ text }) => !text.includes('\r')))
        expect(said(await readAgain(project))).toEqual(said(project))
      }),
      { numRuns: 40 },
    )
  },
)

test('P9 a project that Counterpoint wrote says the same after any changes', async () => {
  const text = JSON.stringify(await partsOf(richSample().project))
  const came = withFile(emptyProject(), (await fileRead('qdpx', text, 'own.qdpx')).file)
  await fc.assert(
    fc.asyncProperty(commandSequence(15), async (steps) => {
      const project = projectAfter(came, steps)
      fc.pre([...project.sources.values()].every(({ text }) => !text.includes('\r')))
      expect(said(await readAgain(project))).toEqual(said(project))
    }),
    { numRuns: 15 },
  )
})

test('P9 categories of the user, nested tags, line breaks and positions come back', async () => {
  const builder = new Builder()
  builder.run('category.add', { name: 'Aside' })
  const category = [...builder.project.categories.values()].at(-1)!.id
  const claim = builder.claim('One\n“two” 😀 & <three>', builder.map)
  builder.run('claim.categorise', { claims: [claim], category })
  builder.run('claim.tag', { claim, tags: ['ships / tonnage', 'ships'] })
  const again = await readAgain(builder.project)
  expect(said(again)).toEqual(said(builder.project))
  const [[before], [after]] = [[...builder.project.placements.values()], [...again.placements.values()]]
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y])
})

const XSD = resolve(import.meta.dirname, '../../../../../shared/interchange/qdpx/Project.xsd')
const hasXmllint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

test.skipIf(!hasXmllint || !existsSync(XSD))(
  'the project file is as the schema of the standard says',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qdpx-'))
    for (const { project } of [richSample(), ...fc.sample(fullMap(), 10)]) {
      const path = join(folder, 'project.qde')
      writeFileSync(path, (await partsOf(project))['project.qde']!)
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', XSD, path], { stdio: 'pipe' })
    }
  },
)

test('a codebook has the categories and tags', async () => {
  const { project } = richSample()
  const text = String(await writeQdc({ project, map: '', ...DEFAULT_LOOK }, exportEnv))
  for (const { name } of project.categories.values()) expect(text).toContain(`name="${name}"`)
  expect(readFileSync(join(import.meta.dirname, 'samples', 'codebook.qdc'), 'utf8')).toContain(
    'urn:QDA-XML:codebook',
  )
  expect(text).toContain('urn:QDA-XML:codebook')
})
