import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SAMPLE, base64, start, folders, refusal, textIn } from '../testing/hosts'

describe('P8 a file that was not chosen here is refused', () => {
  const notChosen = refusal('unavailable', /was not chosen here. Choose it with Open/)

  test('outside the data folder, by any path', async () => {
    const { outside, dataFolder } = await folders()
    const path = join(outside, 'theirs.json')
    await writeFile(path, SAMPLE)
    await mkdir(join(dataFolder, 'projects'), { recursive: true })
    await symlink(path, join(dataFolder, 'projects', 'link.json'))
    const { client } = await start(dataFolder)
    for (const way of [
      path,
      join(dataFolder, 'projects', 'link.json'),
      `${dataFolder}/../theirs.json`,
      `${dataFolder}x`,
      '/etc/passwd',
      dataFolder,
    ]) {
      await expect(client.call('project.open', { path: way }), way).rejects.toMatchObject(notChosen)
    }
    expect(await readFile(path, 'utf8')).toBe(SAMPLE)
  })

  test('until a dialog, the command line or the recent projects name it', async () => {
    const { outside, dataFolder } = await folders()
    const paths = ['dialog', 'start'].map((name) => join(outside, `${name}.json`))
    for (const path of paths) await writeFile(path, SAMPLE)
    const dialogs = {
      chooseProject: async () => paths[0]!,
      chooseImports: async () => [],
      saveFile: async () => null,
      openLink: async () => false,
      copyPicture: async () => undefined,
    }
    const { host, client } = await start(dataFolder, { dialogs, open: paths[1]! })
    expect(await client.call('dialog.chooseProject', {})).toEqual({ path: paths[0] })
    for (const path of paths) expect((await client.call('project.open', { path })).document).toBe(SAMPLE)
    await host.close()
    const next = await start(dataFolder)
    for (const path of paths) expect((await next.client.call('project.open', { path })).document).toBe(SAMPLE)
  })

  test('and a missing recent project is reported', async () => {
    const { dataFolder } = await folders()
    await mkdir(dataFolder)
    const path = join(dataFolder, 'gone.json')
    await writeFile(join(dataFolder, 'recents.json'), JSON.stringify([{ path, title: 'Gone', opened: '' }]))
    const { client } = await start(dataFolder)
    await expect(client.call('project.open', { path })).rejects.toMatchObject(
      refusal('not-found', /“gone.json” does not exist any more/),
    )
  })
})

describe('a copy is opened as a new project in the data folder', () => {
  test('from the bytes of a file', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const { path, document } = await client.call('project.openCopy', {
      fileName: 'theirs.json',
      base64: base64(`\uFEFF${SAMPLE}`),
    })
    expect([path, document]).toEqual([join(dataFolder, 'projects', 'Sample.json'), SAMPLE])
  })

  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['nothing', '', 'not-a-project', /“a.json” was not opened. The file is empty/],
    ['a picture', Buffer.alloc(99, 0xfe), 'not-a-project', /“a.json” was not opened. .*not text/],
    [
      'a newer project',
      SAMPLE.replace('"version": 2', '"version": 3'),
      'newer-version',
      /“a.json” was not opened. .*newer/,
    ],
    ['other JSON', '{}', 'not-a-project', /“a.json” was not opened/],
    [
      'a project in another encoding',
      Buffer.from(SAMPLE.replace('Sample', 'Año'), 'latin1'),
      'not-a-project',
      /not text/,
    ],
  ])('P11 %s is refused in words, and nothing is made', async (_case, content, code, message) => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const answer = client.call('project.openCopy', { fileName: 'dir/a.json', base64: base64(content) })
    await expect(answer).rejects.toMatchObject(refusal(code, message))
    expect(await readdir(dataFolder)).toEqual([])
  })

  test('from the sample, with a new id; an installation without a sample reports that', async () => {
    const { outside, dataFolder } = await folders()
    const { client } = await start(dataFolder)
    await expect(client.call('project.openSample', {})).rejects.toMatchObject(
      refusal('not-found', /sample project is missing/),
    )
    await writeFile(join(outside, 'sample.json'), SAMPLE)
    const { document } = await client.call('project.openSample', {})
    const [ours, theirs] = [textIn(document), SAMPLE].map(
      (text) => JSON.parse(text) as Record<string, unknown>,
    )
    expect(ours!['id']).not.toBe(theirs!['id'])
    expect(ours!['claims']).toEqual(theirs!['claims'])
    expect(await readFile(join(outside, 'sample.json'), 'utf8')).toBe(SAMPLE)
  })
})
