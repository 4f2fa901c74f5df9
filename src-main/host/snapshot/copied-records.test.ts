import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Project } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { withChecksum } from '../files/file-checksum'
import { fileText } from '../store/file-text'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { patchOf } from '../testing/stores'

const PLAIN = JSON.parse(fileText(sampleProject())) as Record<string, unknown>
type Records = Record<string, unknown>[]

const indented = (file: object) => `${JSON.stringify(file, null, 2)}\n`

/** A folder with a project's file and a data folder. */
async function folderWith(content: string) {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'projects'))
  const path = join(folder, 'projects', 'Project.json')
  await writeFile(path, content)
  return { path, dataFolder: join(folder, 'data') }
}

/** Opens a file, adds a claim and closes it. Returns the file's text, what it should be, and the counts in the history. */
async function change({ path, dataFolder }: { path: string; dataFolder: string }) {
  const store = await ProjectStore.open(path, dataFolder)
  onTestFinished(() => store.close())
  const patch = patchOf(store, 'claim.add', { text: 'It was hedging.', category: 'judgement' })
  await store.patch(store.project.about.revision, patch)
  const { document, project } = store
  await store.close()
  return { file: await readFile(path, 'utf8'), document, project }
}

test('a file is the same after each of several sessions as if all of it were written anew', async () => {
  const folder = await folderWith(fileText(sampleProject()))
  const found: Project[] = []
  for (let session = 0; session < 3; session++) {
    const { file, document, project } = await change(folder)
    expect(file).toBe(document)
    found.push(project)
  }
  expect(found.map(({ claims }) => claims.size - sampleProject().claims.size)).toEqual([1, 2, 3])
})

test('a file that another program has written is written anew as a whole', async () => {
  const turned = (records: unknown) =>
    (records as Records).map((record) => Object.fromEntries(Object.entries(record).reverse()))
  const { checksum: _, ...rest } = PLAIN
  const theirs = indented({ ...rest, sources: turned(rest['sources']), relations: turned(rest['relations']) })
  const { file, document } = await change(await folderWith(theirs))
  expect(file).toBe(document)
})

test('a passage that was found anew at opening is written with the first change of something else', async () => {
  const { checksum: _, ...rest } = PLAIN
  const excerpts = (rest['excerpts'] as Records).map((excerpt) => ({ ...excerpt, anchor: 'lost' }))
  const { file, document } = await change(await folderWith(withChecksum(indented({ ...rest, excerpts }))))
  expect(file).toBe(document)
  expect(file).not.toContain('"lost"')
})
