import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SAMPLE, base64, start, folders, refusal, textIn } from '../testing/hosts'

describe('import and export', () => {
  test('an article is read without writing anything', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const read = await client.call('import.read', { fileName: 'a.md', base64: base64('# A title\n\nWords.') })
    expect(read).toMatchObject({ kind: 'article', article: { title: 'A title' } })
    expect(await readdir(dataFolder)).toEqual([])
    await expect(client.call('import.read', { fileName: 'a.md', base64: '' })).rejects.toMatchObject(
      refusal('unreadable', /empty/),
    )
  })

  test('a file in pieces is read as a whole, and then deleted', async () => {
    const { dataFolder } = await folders()
    const { host, client } = await start(dataFolder)
    const { fileKey } = await client.call('import.begin', { fileName: 'a.md', size: 16 })
    await client.call('import.part', { fileKey, at: 0, base64: base64('# A titl') })
    await client.call('import.part', { fileKey, at: 8, base64: base64('e\n\nWords') })
    const read = await client.call('import.read', { fileKey })
    expect(read).toMatchObject({ kind: 'article', article: { title: 'A title', fileName: 'a.md' } })
    await expect(client.call('import.read', { fileKey })).rejects.toMatchObject(
      refusal('not-found', /Import it again/),
    )
    await host.close()
    expect(await readdir(join(dataFolder, 'incoming'))).toEqual([])
  })

  test('files that a dialog named are read in place; P11 a missing one is named', async () => {
    const { outside, dataFolder } = await folders()
    const paths = ['here.md', 'gone.md'].map((name) => join(outside, name))
    await writeFile(paths[0]!, '# A title\n\nWords.')
    const dialogs = {
      chooseProject: async () => null,
      chooseImports: async () => paths,
      saveFile: async () => null,
      openLink: async () => false,
      copyPicture: async () => undefined,
    }
    const { client } = await start(dataFolder, { dialogs })
    const { files, refused } = await client.call('dialog.chooseImports', {})
    expect(files).toMatchObject([{ fileName: 'here.md', size: 17 }])
    expect(refused).toEqual([expect.stringMatching(/“gone.md” could not be read: .*Choose it again/)])
    const { fileKey } = files[0]!
    expect(await client.call('import.read', { fileKey })).toMatchObject({ article: { title: 'A title' } })
    await expect(client.call('import.read', { fileKey })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('P9 an exported project and map can be imported', async () => {
    const { client } = await start((await folders()).dataFolder)
    const { key, document } = await client.call('project.openCopy', {
      fileName: 'a.json',
      base64: base64(SAMPLE),
    })
    const [map] = (JSON.parse(textIn(document)) as { maps: { id: string }[] }).maps
    const request = { key, map: map!.id }
    const whole = await client.call('project.export', { ...request, format: 'project-json' })
    expect(whole).toMatchObject({ fileName: 'Sample.json', base64: base64(document) })
    const alone = await client.call('project.export', { ...request, format: 'map-json' })
    expect(alone.fileName).toBe('Map 1.json')
    expect(await client.call('import.read', alone)).toMatchObject({ kind: 'project' })
  })

  test('P11 an unknown format, map or project is refused with a message', async () => {
    const { client } = await start((await folders()).dataFolder)
    const { key } = await client.call('project.create', { title: 'A' })
    const request = { key, map: 'none', format: 'svg' }
    const failures = [
      [
        { ...request, format: 'docx2' },
        refusal('unsupported', /no format “docx2”. Choose one of these: .*svg/),
      ],
      [request, refusal('not-found', /map is no longer/)],
      [{ ...request, key: 'other', format: 'project-json' }, refusal('not-found', /Open it again/)],
    ] as const
    for (const [input, error] of failures)
      await expect(client.call('project.export', input)).rejects.toMatchObject(error)
  })

  test('dialogs that an edition does not have are unavailable', async () => {
    const { client } = await start((await folders()).dataFolder)
    for (const name of ['dialog.chooseProject', 'dialog.chooseImports'] as const) {
      await expect(client.call(name, {})).rejects.toMatchObject({ code: 'unavailable' })
    }
  })
})
