import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { fileStamp, contentHash } from '../files/durable-file'
import { encodeLine, encodeMark, JOURNAL_VERSION } from '../journal/journal-format'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { add, lastOf, project, text } from '../testing/killed-project'

describe('a project after a crash', () => {
  test('has the changes of its journal, without a message', async () => {
    const { open, killed, folder } = await project()
    await killed('One', 'Two')
    const store = await open()
    expect(store.document).toMatch(/In the file[^]*|One[^]*Two/)
    expect([store.messages, store.project.about.revision]).toEqual([[], 3])
    await store.close()
    expect(await readdir(folder)).toEqual(['Project.json', 'data'])
  })

  test('between writing the file and the new journal, has each change once', async () => {
    const { open, killed, path, journalPath } = await project()
    const { journal, closed } = await killed('One', 'Two')
    const generation = /"generation":"(\w+)"/.exec(journal)![1]!
    const mark = encodeMark({ snapshot: contentHash(closed), through: 2 })
    await writeFile(path, closed)
    await writeFile(journalPath, `${journal.slice(0, -1) + encodeLine(generation, 3, mark)}\n`)
    const store = await open()
    expect([store.messages, store.document]).toEqual([[], closed])
    await add(store, 'Three')
    await store.close()
    expect(await text(path)).toBe(store.document)
    expect(store.project.claims.size).toBe(sampleProject().claims.size + 4)
  })

  test('in the middle of a line that was not answered, has all answered changes, and keeps the cut journal', async () => {
    const { open, killed, journalPath, beside } = await project()
    const { journal } = await killed('Claim one', 'Claim two')
    await writeFile(journalPath, `${journal.slice(0, -1)}3 0123`)
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/cut off.*All saved changes are here/)])
    expect(store.document).toMatch(/Claim one[^]*Claim two|Claim two[^]*Claim one/)
    expect(await beside('damaged')).toHaveLength(1)
  })
})

describe('P11 damage is reported, kept beside the file, and repaired from the history', () => {
  const damaged = [
    expect.stringMatching(/^The project’s file was damaged.*Nothing is missing\..*kept as “.*\(damaged /),
  ]

  test('a flipped bit in the file, closed or after a crash', async () => {
    for (const words of [[], ['One', 'Two']]) {
      const { open, killed, path, beside, folder } = await project()
      if (words.length > 0) await killed(...words)
      const bad = (await text(path)).replace('In the file', 'In the fi|e')
      await writeFile(path, bad)
      const store = await open()
      expect([store.messages, store.otherVersions]).toEqual([damaged, []])
      expect(store.document).toContain('In the file')
      for (const each of words) expect(store.document).toContain(each)
      expect(await text(join(folder, (await beside('damaged'))[0]!))).toBe(bad)
      expect(await text(path)).toBe(store.document)
    }
  })

  test('eight flipped bits are damage; nine count as an edit, and the file is kept as it is', async () => {
    const words = 'In the file'
    for (const count of [8, 9]) {
      const { open, path } = await project()
      const bytes = await readFile(path)
      const letters = [...words].flatMap((letter, at) => (letter === ' ' ? [] : [at])).slice(0, count)
      const start = bytes.indexOf(words)
      for (const at of letters) bytes[start + at]! ^= 1
      await writeFile(path, bytes)
      const store = await open()
      expect(store.messages).toEqual(
        count === 8 ? damaged : [expect.stringMatching(/changed by another program/)],
      )
      expect(store.document.includes(words)).toBe(count === 8)
    }
  })

  test('a replaced letter is an edit, not damage, if more than one of its bits differs', async () => {
    const { open, path } = await project()
    await writeFile(path, (await text(path)).replace('In the file', 'On the file'))
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/changed by another program/)])
    expect(store.document).toContain('On the file')
  })

  test('a file cut short or emptied', async () => {
    for (const length of [0, 1000]) {
      const { open, killed, path } = await project()
      await killed('One')
      await writeFile(path, (await text(path)).slice(0, length))
      const store = await open()
      expect([store.messages, store.document.includes('One')]).toEqual([damaged, true])
    }
  })

  test('changed text with an unchanged file stamp is damage, not an edit', async () => {
    const { open, path, folder } = await project()
    await writeFile(path, (await text(path)).replace('In the file', 'Xx xxx xxxx'))
    const last = await lastOf(folder)
    const { generation } = JSON.parse(await text(last)) as { generation: string }
    await writeFile(last, JSON.stringify({ generation, fileStamp: await fileStamp(path) }))
    const store = await open()
    expect([store.messages, store.document.includes('In the file')]).toEqual([damaged, true])
  })

  test('a line of the journal: the others are applied, and the missing ones are counted', async () => {
    const { open, killed, journalPath, beside } = await project()
    const { journal } = await killed('One', 'Two', 'Three')
    await writeFile(journalPath, journal.replace('Two', 'Twa'))
    const store = await open()
    expect(store.messages).toEqual([
      expect.stringMatching(
        /1 change after .*\d\d:\d\d:\d\d could not be read.*is missing; 2 changes could be read/,
      ),
    ])
    expect(store.document).toMatch(/One[^]*Three|Three[^]*One/)
    expect(store.document).not.toMatch(/Tw[oa]/)
    expect(await beside('damaged')).toHaveLength(1)
    expect(store.project.about.revision).toBe(4)
    await store.told()
    await store.close()
    expect((await open()).messages).toEqual([])
  })

  test('a journal without its last lines, however they went: how many are missing, and after what time', async () => {
    const between = (journal: string) => journal.slice(0, journal.indexOf('\n2 ') + 1)
    for (const cut of [
      between,
      (text: string) => `${between(text)}\n`,
      (text: string) => text.slice(0, -40),
    ]) {
      const { open, killed, journalPath, beside } = await project()
      const { journal } = await killed('One', 'Two', 'Three')
      await writeFile(journalPath, cut(journal))
      const store = await open()
      const lost = cut(journal).includes('Two') ? 1 : 2
      expect(store.messages).toEqual([
        expect.stringMatching(
          `${lost} changes? after .* (is|are) missing; ${3 - lost} changes? could be read\\.`,
        ),
      ])
      expect(await beside('damaged')).toHaveLength(1)
      expect(store.document).toContain('One')
      expect(store.document).not.toContain('Three')
    }
  })

  test('a cut journal of an earlier version, which has no count: that later changes may be missing', async () => {
    const { open, killed, path, journalPath } = await project()
    await killed('One')
    const [generation, json] = [
      contentHash(await text(path)),
      (await text(journalPath)).split('\n')[1]!.slice(35),
    ]
    const head = JSON.stringify({ format: 'counterpoint-journal', version: JOURNAL_VERSION, generation })
    await writeFile(journalPath, encodeLine(generation, 0, head) + encodeLine(generation, 1, json))
    const store = await open()
    expect(store.messages).toEqual([
      expect.stringMatching(
        /cut off.*1 change could be read, the last of .*; whether later ones are missing is not known/,
      ),
    ])
    expect(store.document).toContain('One')
  })

  test('a file that was never changed since it was created or first opened', async () => {
    const folder = await temporaryFolder()
    const [made, brought] = [join(folder, 'Made.json'), join(folder, 'Brought.json')]
    const data = join(folder, 'data')
    await (await ProjectStore.create(made, sampleProject(), data)).close()
    const good = await text(made)
    await writeFile(brought, good)
    for (const path of [made, brought]) {
      await (await ProjectStore.open(path, data)).close()
      await writeFile(path, good.replace('"judgement"', '"judgemenu"'))
      const store = await ProjectStore.open(path, data)
      onTestFinished(() => store.close())
      expect([store.messages, store.document]).toEqual([damaged, good])
    }
  })

  test('file and journal: both are kept, and changes in the good copy are not applied again', async () => {
    const { open, killed, path, journalPath, beside } = await project()
    const { journal, closed } = await killed('Claim one', 'Claim two', 'Claim three')
    const generation = /"generation":"(\w+)"/.exec(journal)![1]!
    const mark = encodeLine(generation, 4, encodeMark({ snapshot: contentHash(closed), through: 3 }))
    await writeFile(path, closed.replace('In the file', 'In the fi|e'))
    await writeFile(journalPath, `${journal.slice(0, -1).replace('Claim two', 'Claim twa') + mark}\n`)
    const store = await open()
    expect(store.messages).toEqual([
      expect.stringMatching(/^The project’s file was damaged/),
      expect.stringMatching(/^The changes beside.*were damaged, but none of them is missing/),
    ])
    expect(store.document).toBe(closed)
    expect(await beside('damaged')).toHaveLength(2)
  })

  test('a journal that cannot be read at all', async () => {
    const { open, killed, journalPath, beside } = await project()
    await killed('One')
    await writeFile(journalPath, Buffer.alloc(300))
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/None of them could be read/)])
    expect(store.document).toContain('In the file')
    expect(await beside('damaged')).toHaveLength(1)
  })

  test('file and journal emptied, or a journal without its first and last line: no message denies that changes are missing', async () => {
    for (const isFile of [true, false]) {
      const { open, killed, path, journalPath } = await project()
      const { journal } = await killed('One', 'Two', 'Three')
      const lines = journal.split('\n')
      if (isFile) await writeFile(path, '')
      await writeFile(journalPath, isFile ? '' : [...lines.slice(1, -3), '', ''].join('\n'))
      const { messages } = await open()
      expect(messages.join(' ')).not.toMatch(/nothing is missing|none of them is missing|all saved changes/i)
      expect(messages.at(-1)).toMatch(
        isFile
          ? /None of them could be read, and their number is unknown/
          : /2 changes could be read, the last of .*; whether later ones are missing is not known/,
      )
    }
  })

  test('a journal with the line ends of Windows, or with bytes after its end: that nothing is missing', async () => {
    for (const spoil of [
      (each: string) => each.replaceAll('\n', '\r\n'),
      (each: string) => `${each}garbage\n`,
    ]) {
      const { open, killed, journalPath, beside } = await project()
      const { journal } = await killed('One', 'Two')
      await writeFile(journalPath, spoil(journal))
      const store = await open()
      expect(store.messages).toEqual([
        expect.stringMatching(
          /^The changes beside the project’s file were damaged, but none of them is missing/,
        ),
      ])
      expect(store.document).toMatch(/One[^]*Two|Two[^]*One/)
      expect(await beside('damaged')).toHaveLength(1)
    }
  })

  test('file and newest copy: an older state, with a warning that changes may be missing', async () => {
    const { open, path, folder } = await project()
    await writeFile(path, 'not a project')
    const generations = join(folder, 'data', 'generations')
    const [own] = await readdir(generations)
    const copies = (await readdir(join(generations, own!))).filter((name) => name.endsWith('.gz')).sort()
    await writeFile(join(generations, own!, copies.at(-1)!), 'no copy')
    const store = await open()
    expect(store.messages).toEqual([expect.stringMatching(/This is its state of .*may be missing/)])
    expect(store.document).not.toContain('In the file')
  })
})
