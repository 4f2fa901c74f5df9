import { readdir, rm, writeFile } from 'node:fs/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newProject } from '#domain/document/project'
import { fileStamp } from '../files/durable-file'
import { env } from '../env'
import { encodeLine, JOURNAL_VERSION } from '../journal/journal-format'
import { withChecksum } from '../files/file-checksum'
import { ProjectStore } from '../store/project-store'
import { lastOf, project, text } from '../testing/killed-project'

describe('a file that another program changed', () => {
  const theirsOf = (base: string) => base.replace('It was a bribe.', 'They say that it was hedging.')

  test('while it was closed is opened as it is, and its previous state is in the history', async () => {
    const { open, path, folder } = await project()
    await writeFile(path, theirsOf(await text(path)))
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/changed by another program.*in the history/)])
    expect(store.document).toContain('They say')
    expect(await readdir(folder)).toEqual(['Project.json', 'Project.json.lock', 'data'])
  })

  test('is never taken for a damaged one if its own checksum is right', async () => {
    const { open, path, folder } = await project()
    const older = (await text(path)).replace('"In the file"', '"In the fi|e"')
    const sealed = withChecksum(older.replace(/,\n {2}"checksum".*\n/, '\n'))
    await writeFile(path, sealed)
    const last = JSON.parse(await text(await lastOf(folder))) as object
    await writeFile(await lastOf(folder), JSON.stringify({ ...last, fileStamp: await fileStamp(path) }))
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/changed by another program/)])
    expect(store.document).toBe(sealed)
  })

  test('while the journal had changes is kept beside the project, and can be merged', async () => {
    const { open, killed, path } = await project()
    const { base } = await killed('One')
    await writeFile(path, theirsOf(base))
    const store = await open()
    expect(store.document).toContain('One')
    expect(store.document).not.toContain('They say')
    const [copy = ''] = store.otherVersions
    expect(copy).toMatch(/Project \(changed elsewhere .*\)\.json$/)
    expect(await store.aside(copy)).toBe(theirsOf(base))
    expect(await store.told()).toEqual({ messages: [], otherVersion: copy })
    await expect(store.aside(path)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is offered again at the next opening, as long as nobody was told of it and its copy is there', async () => {
    const { open, killed, path } = await project()
    const { base } = await killed('One')
    await writeFile(path, theirsOf(base))
    const first = await open()
    const [copy = ''] = first.otherVersions
    await first.close()
    const second = await open()
    expect(await second.told()).toEqual({ messages: [], otherVersion: copy })
    await second.close()
    const third = await open()
    expect(await third.told()).toEqual({ messages: [], otherVersion: null })
  })

  test('twice, untold: the last is offered, the other is named', async () => {
    const { open, killed, path } = await project()
    const copies: string[] = []
    for (const word of ['One', 'Two']) {
      const { base } = await killed(word)
      await writeFile(path, theirsOf(base.replace('They say', `They say ${word}`)))
      const store = await open()
      copies.push(store.otherVersions.at(-1)!)
      await store.close()
    }
    expect(new Set(copies).size).toBe(2)
    const last = await open()
    expect(await last.told()).toEqual({
      messages: [expect.stringContaining(`kept as “${copies[0]}”`)],
      otherVersion: copies[1],
    })
  })

  test('without a history gets the changes that fit, and both files are kept', async () => {
    const { open, killed, path, beside } = await project(false)
    const { base } = await killed('One')
    await writeFile(path, theirsOf(base))
    const store = await open()
    expect(store.document).toMatch(/They say[^]*/)
    expect(store.document).toContain('One')
    expect(store.messages).toEqual([
      expect.stringMatching(/not the one to which its last changes belong. 1 change could be applied/),
      expect.stringMatching(/not as Counterpoint wrote it/),
    ])
    expect([await beside('damaged'), await beside('changed elsewhere')].map(({ length }) => length)).toEqual([
      1, 1,
    ])
  })
})

test('a missing file is an error, and a new one in its place does not get the old journal', async () => {
  const { open, killed, path, beside } = await project()
  await killed('One')
  await rm(path)
  await expect(open()).rejects.toMatchObject({ code: 'not-found' })
  const store = await ProjectStore.create(path, newProject('New', env))
  onTestFinished(() => store.close())
  expect(store.project.claims.size).toBe(0)
  expect(await beside('left behind')).toHaveLength(1)
})

test('a journal of a newer format is not changed, and neither is its project', async () => {
  const { open, killed, path, journalPath } = await project()
  const { base } = await killed('One')
  const generation = /"generation":"(\w+)"/.exec(await text(journalPath))![1]!
  const newer = encodeLine(
    generation,
    0,
    JSON.stringify({ format: 'counterpoint-journal', version: JOURNAL_VERSION + 1, generation }),
  )
  await writeFile(journalPath, newer)
  await expect(open()).rejects.toMatchObject({
    code: 'newer-version',
    message: expect.stringMatching(/newer Counterpoint.*was not changed/) as string,
  })
  expect([await text(path), await text(journalPath)]).toEqual([base, newer])
})
