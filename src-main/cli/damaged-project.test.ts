import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { journalPathOf } from '#host/journal/journal'
import { ProjectStore } from '#host/store/project-store'
import { temporaryFolder } from '#host/testing/folder'
import { start } from '#host/testing/hosts'
import { claim } from '#host/testing/stores'
import { runCli } from './run'

/** A project that was killed with three changes in its journal, and a command line in its data folder. */
async function killed() {
  const folder = await temporaryFolder()
  const [path, data] = [join(folder, 'p.json'), join(folder, 'data')]
  const store = await ProjectStore.create(path, sampleProject(), data)
  const base = await readFile(path)
  for (const [revision, words] of ['One', 'Two', 'Three'].entries())
    await store.patch(revision, claim(store, words))
  const journal = await readFile(journalPathOf(path), 'utf8')
  await store.close()
  await writeFile(path, base)
  await writeFile(journalPathOf(path), journal)
  const counterpoint = async (...args: string[]) => {
    const [said, complained]: string[][] = [[], []]
    const code = await runCli([...args, '--data-dir', data], {
      say: (line) => void said!.push(line),
      complain: (line) => void complained!.push(line),
      give: (bytes) => Promise.resolve(void said!.push(Buffer.from(bytes).toString())),
      isScreen: false,
    })
    return { code, said: said!.join('\n'), complained: complained!.join('\n') }
  }
  return { folder, path, data, journal, counterpoint }
}

test('after a crash, check, convert and export read all changes, and say nothing', async () => {
  const { folder, path, counterpoint } = await killed()
  expect(await counterpoint('check', path)).toMatchObject({ code: 0, complained: '' })
  const converted = await counterpoint('convert', path, join(folder, 'out.csv'), '--to', 'claims-csv')
  expect(converted).toMatchObject({ code: 0, complained: '' })
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toMatch(/One[^]*Two[^]*Three/)
  const { code, said } = await counterpoint('export', path, '--format', 'claims-csv')
  expect([code, /One[^]*Two[^]*Three/.test(said)]).toEqual([0, true])
})

test('if a change is missing, each command says so, fails, and changes nothing', async () => {
  const { folder, path, journal, counterpoint } = await killed()
  const bad = journal.replace('Two', 'Twa')
  await writeFile(journalPathOf(path), bad)
  const missing = expect.stringMatching(/^counterpoint: The changes.*1 change after .* is missing/) as string
  const other = join(folder, 'other.json')
  await writeFile(other, await readFile(path))
  for (const args of [
    ['check'],
    ['export', '--format', 'claims-csv'],
    ['weigh'],
    ['convert', join(folder, 'out.csv'), '--to', 'claims-csv'],
    ['agreement', other],
    ['merge', other, '--out', join(folder, 'merged.json')],
  ]) {
    const [name = '', ...rest] = args
    const answer = await counterpoint(name, path, ...rest)
    expect(answer).toMatchObject({ code: 1, complained: missing })
    expect(answer.complained).not.toContain('kept as')
    if (name === 'check') expect(answer.said).toMatch(/is not as it was saved\. This can be read: /)
  }
  expect(await readFile(journalPathOf(path), 'utf8')).toBe(bad)
})

test('a damaged file is read from the history, and check fails', async () => {
  const { path, counterpoint } = await killed()
  await writeFile(path, (await readFile(path, 'utf8')).replace('"judgement"', '"judgemenu"'))
  expect(await counterpoint('check', path)).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/file was damaged and was read from.*Nothing is missing/) as string,
  })
})

test('what import mends it says, and it is said again when the project is next opened on screen, once', async () => {
  const { folder, path, data, journal, counterpoint } = await killed()
  await writeFile(journalPathOf(path), journal.replace('Two', 'Twa'))
  await writeFile(join(folder, 'article.txt'), 'An article\n\nIt has some words.\n')
  const imported = await counterpoint('import', '--project', path, join(folder, 'article.txt'))
  expect(imported).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/1 change after .* is missing.*kept as/) as string,
  })
  const open = async () => {
    const { client, host } = await start(data, { open: path })
    const { messages } = await client.call('project.open', { path })
    await host.close()
    return messages
  }
  expect(await open()).toEqual([imported.complained.replace('counterpoint: ', '')])
  expect(await open()).toEqual([])
  onTestFinished(() => undefined)
})

test('if another program changed the file of a killed project, each command says so and fails, and the screen offers to merge', async () => {
  const { folder, path, data, counterpoint } = await killed()
  const theirs = (await readFile(path, 'utf8')).replace('It was a bribe.', 'They say that it was hedging.')
  await writeFile(path, theirs)
  const said = expect.stringMatching(/^counterpoint: Another program changed.*left out/) as string
  for (const args of [['check'], ['export', '--format', 'claims-csv'], ['weigh']]) {
    const [name = '', ...rest] = args
    expect(await counterpoint(name, path, ...rest)).toMatchObject({ code: 1, complained: said })
  }
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await writeFile(join(folder, 'article.txt'), 'An article\n\nIt has some words.\n')
  const imported = await counterpoint('import', '--project', path, join(folder, 'article.txt'))
  expect(imported.code).toBe(1)
  const [, copy = ''] =
    /^counterpoint: Another program changed.*kept as “(.*)”/.exec(imported.complained) ?? []
  expect(await readFile(copy, 'utf8')).toBe(theirs)
  const { client, host } = await start(data, { open: path })
  const opened = await client.call('project.open', { path })
  expect([opened.otherVersion, opened.messages]).toEqual([copy, []])
  expect((await client.call('project.aside', { key: opened.key, path: copy })).document).toBe(theirs)
  await host.close()
})

test('a flipped bit in a file that came without its history is said by check, and once on screen', async () => {
  const { folder, data, path, counterpoint } = await killed()
  const sent = join(folder, 'sent.json')
  await writeFile(sent, (await readFile(path, 'utf8')).replace('It was a bribe.', 'It was a brice.'))
  const said = expect.stringMatching(
    /not as Counterpoint wrote it: another program.*or it was damaged/,
  ) as string
  expect(await counterpoint('check', sent)).toMatchObject({ code: 1, complained: said })
  const open = async () => {
    const store = await ProjectStore.open(sent, data)
    await store.historyBegun()
    await store.told()
    await store.close()
    return store.messages
  }
  expect([await open(), await open()]).toEqual([[said], []])
})

test('a wrong checksum is said by check and makes it fail: beside sound changes, and after it was said on screen', async () => {
  const { path, data, counterpoint } = await killed()
  await writeFile(path, (await readFile(path, 'utf8')).replace('It was a bribe.', 'It was a brice.'))
  await rm(data, { recursive: true })
  const said = expect.stringMatching(/not as Counterpoint wrote it/) as string
  expect(await counterpoint('check', path)).toMatchObject({ code: 1, complained: said })
  await rm(journalPathOf(path))
  const store = await ProjectStore.open(path, data)
  await store.told()
  await store.close()
  expect(await counterpoint('check', path)).toMatchObject({ code: 1, complained: said })
})

test('a project that is imported comes with the changes beside its file, and its damage is said', async () => {
  const { folder, path, journal, counterpoint } = await killed()
  const bring = async (to: string) => {
    const answer = await counterpoint('import', '--project', join(folder, to), path)
    return { ...answer, file: await readFile(join(folder, to), 'utf8') }
  }
  const sound = await bring('sound.json')
  expect(sound).toMatchObject({ code: 0, complained: '' })
  for (const words of ['"One"', '"Two"', '"Three"']) expect(sound.file).toContain(words)
  await writeFile(journalPathOf(path), journal.replace('Two', 'Twa'))
  const damaged = await bring('damaged.json')
  expect(damaged).toMatchObject({
    code: 1,
    complained: expect.stringMatching(
      /^counterpoint: “p.json”: The changes.*1 change after .* is missing/,
    ) as string,
  })
  for (const words of ['"One"', '"Three"']) expect(damaged.file).toContain(words)
  expect(await readFile(journalPathOf(path), 'utf8')).toContain('Twa')
})
