import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { load } from '#domain/document/load'
import { SAMPLE, start, folders, patchOf, addClaim, refusal, textIn } from './testing/hosts'

describe('from start to end', () => {
  test('a project that is created, changed and closed opens unchanged after a restart, as the most recent one', async () => {
    const { dataFolder } = await folders()
    const first = await start(dataFolder)
    const made = await first.client.call('project.create', { title: 'S-400: why?' })
    expect(made.path).toBe(join(dataFolder, 'projects', 'S-400 why.json'))
    const patch = addClaim(made.document, 'It was hedging.')
    expect(await first.client.call('project.patch', { key: made.key, revision: 0, patch })).toMatchObject({
      revision: 1,
    })
    await first.client.call('project.close', { key: made.key })

    const { client } = await start(dataFolder)
    const { recents } = await client.call('app.start', {})
    expect(recents).toMatchObject([{ path: made.path, title: 'S-400: why?' }])
    const again = await client.call('project.open', { path: made.path })
    expect(again.document).toBe(await readFile(made.path, 'utf8'))
    expect(again.document).toContain('It was hedging.')
    expect(JSON.parse(textIn(again.document))).toMatchObject({ revision: 1 })
  })

  test('P8 a patch in pieces is checked and applied as one patch, whatever happens to its pieces', async () => {
    const { client } = await start((await folders()).dataFolder)
    const { key, document } = await client.call('project.create', { title: 'In pieces' })
    const text = JSON.stringify(addClaim(document, 'It was 🧭 hedging.'))
    const part = (at: number, id = 'p') =>
      client.call('project.patchPart', { key, id, at, text: text.slice(at, at + 100) })
    const sent = (length: number, id = 'p') =>
      client.call('project.patchSent', { key, id, revision: 0, length })
    await part(0)
    await expect(part(200)).rejects.toMatchObject(refusal('unavailable', /did not arrive/))
    await expect(sent(text.length)).rejects.toMatchObject(refusal('unavailable', /did not arrive/))
    await expect(sent(100)).rejects.toMatchObject(refusal('bad-request', /is not valid. Nothing was changed/))
    for (let at = 0; at < text.length; at += 100) await part(at)
    expect(await sent(text.length)).toMatchObject({ revision: 1 })
    // The answer was lost: the patch is sent again and not applied again.
    for (let at = 0; at < text.length; at += 100) await part(at)
    expect(await sent(text.length)).toMatchObject({ revision: 1 })
    await client.call('project.patchPart', { key, id: 'q', at: 0, text: '[{"table":"claims"}]' })
    await expect(sent(20, 'q')).rejects.toMatchObject(refusal('bad-request', /is not valid/))
    await client.call('project.close', { key })
    await expect(part(0)).rejects.toMatchObject(refusal('not-found', /no longer open/))
  })

  test('settings are read back as written', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const { settings } = await client.call('app.start', {})
    expect(settings).toMatchObject({ theme: 'system', layout: 'both' })
    await client.call('settings.write', { ...settings, theme: 'dark' })
    expect((await (await start(dataFolder)).client.call('app.start', {})).settings.theme).toBe('dark')
  })

  test('two windows that change different settings keep both changes', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    await Promise.all([
      client.call('settings.write', { theme: 'dark', shown: [{ project: 'a', source: 's' }] }),
      client.call('settings.write', { layout: 'map', shown: [{ project: 'b', map: 'm' }] }),
    ])
    expect((await client.call('app.start', {})).settings).toMatchObject({
      theme: 'dark',
      layout: 'map',
      shown: [
        { project: 'a', source: 's' },
        { project: 'b', map: 'm' },
      ],
    })
  })

  test('a project can be removed from the recent ones; its file stays', async () => {
    const { client } = await start((await folders()).dataFolder)
    const { path } = await client.call('project.create', { title: 'A' })
    await client.call('recents.forget', { path })
    expect((await client.call('app.start', {})).recents).toEqual([])
    expect(await readFile(path, 'utf8')).toContain('"title": "A"')
  })

  test('closing the host releases every project; until then another host opens it read-only', async () => {
    const { dataFolder } = await folders()
    const { host, client } = await start(dataFolder)
    const { path, key, document } = await client.call('project.create', { title: 'A' })
    const patch = addClaim(document, 'Not yet in the file')
    await client.call('project.patch', { key, revision: 0, patch })
    const other = await start(dataFolder)
    const viewed = await other.client.call('project.open', { path })
    expect(viewed.readOnly).toEqual({
      why: 'locked',
      sentence: expect.stringMatching(
        /open in another Counterpoint \(browser edition, since \d\d:\d\d\)/,
      ) as string,
    })
    expect(viewed.document).toContain('Not yet in the file')
    const edit = other.client.call('project.patch', { key: viewed.key, revision: 1, patch })
    await expect(edit).rejects.toMatchObject(refusal('locked', /Nothing was changed.*read-only/))
    expect(await other.client.call('project.isFree', { key: viewed.key })).toEqual({ free: false })
    await host.close()
    expect(await other.client.call('project.isFree', { key: viewed.key })).toEqual({ free: true })
    const taken = await other.client.call('project.open', { path })
    expect(taken).toMatchObject({ readOnly: null, document: viewed.document })
    const late = client.call('project.patch', { key, revision: 0, patch: [] })
    await expect(late).rejects.toMatchObject(refusal('not-found', /no longer open/))
  })

  test('a file of a newer version is opened read-only, and is not changed', async () => {
    const { outside, dataFolder } = await folders()
    const path = join(outside, 'newer.json')
    const content = SAMPLE.replace('"version": 2', '"version": 3, "charts": [{"id": "x"}]')
    await writeFile(path, content)
    const { client } = await start(dataFolder, { open: path })
    const opened = await client.call('project.open', { path })
    expect(opened.readOnly).toMatchObject({
      why: 'newer',
      sentence: expect.stringMatching(/newer Counterpoint.*read-only/) as string,
    })
    expect(load(textIn(opened.document))).toMatchObject({ ok: true })
    const edit = client.call('project.patch', { key: opened.key, revision: 0, patch: addClaim(SAMPLE, 'No') })
    await expect(edit).rejects.toMatchObject(refusal('locked', /newer Counterpoint/))
    await writeFile(path, SAMPLE.replace('"version": 2', '"version": 3').replaceAll('"text"', '"words"'))
    await expect(client.call('project.open', { path })).rejects.toMatchObject(
      refusal('newer-version', /newer.*was not changed/),
    )
    expect(await readdir(outside)).toEqual(['data', 'newer.json'])
  })

  test('kept states can be read, restored as a change, and opened as a new project', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const { key, document, path } = await client.call('project.create', { title: 'A' })
    await client.call('project.patch', { key, revision: 0, patch: addClaim(document, 'It was hedging.') })
    await client.call('project.close', { key })
    const again = await client.call('project.open', { path })
    const { generations } = await client.call('history.list', { key: again.key })
    expect(generations).toMatchObject([
      { counts: { claims: 1 }, changed: { tallies: { claims: { added: 1 } }, names: ['It was hedging.'] } },
      { counts: { claims: 0 }, changed: null },
    ])
    const { document: first } = await client.call('history.read', { key: again.key, id: generations[1]!.id })
    expect(first).toBe(document)
    const patch = patchOf(again.document, 'project.restore', { file: first })
    expect(await client.call('project.patch', { key: again.key, revision: 1, patch })).toMatchObject({
      revision: 2,
    })
    const copy = await client.call('history.openCopy', { key: again.key, id: generations[0]!.id })
    expect(copy.path).toBe(join(dataFolder, 'projects', 'A 2.json'))
    expect(copy.document).toContain('It was hedging.')
    await expect(client.call('history.read', { key: again.key, id: '../last' })).rejects.toMatchObject(
      refusal('not-found', /no longer exists/),
    )
  })
})

describe('simultaneous requests', () => {
  test('two projects with the same title get a file each', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    await Promise.all([1, 2, 3].map(() => client.call('project.create', { title: 'Same' })))
    const names = await readdir(join(dataFolder, 'projects'))
    expect(names.filter((name) => name.endsWith('.json')).sort()).toEqual([
      'Same 2.json',
      'Same 3.json',
      'Same.json',
    ])
  })

  test('a project opened twice is one project, with a key for each window', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const { path, key } = await client.call('project.create', { title: 'A' })
    await client.call('project.close', { key })
    const [one, two] = await Promise.all([1, 2].map(() => client.call('project.open', { path })))
    expect(one!.key).not.toBe(two!.key)
    const patch = addClaim(one!.document, 'Seen by both')
    await client.call('project.patch', { key: one!.key, revision: 0, patch })
    expect(await client.call('project.changes', { key: two!.key, since: 0 })).toMatchObject({
      changes: [{ revision: 1, patch }],
    })
    await client.call('project.close', { key: two!.key })
    const closed = client.call('project.close', { key: one!.key })
    expect((await client.call('project.open', { path })).path).toBe(path)
    await closed
  })
})

test('P11 the copy of another program’s version is named, and a patch sent twice is a conflict', async () => {
  const { dataFolder } = await folders()
  const { client } = await start(dataFolder)
  const { key, document, path } = await client.call('project.create', { title: 'A' })
  const request = { key, revision: 0, patch: addClaim(document, 'Kept') }
  await writeFile(path, 'another program was here')
  const { setAside } = await client.call('project.patch', request)
  expect(await readFile(setAside!, 'utf8')).toBe('another program was here')
  await expect(client.call('project.patch', request)).rejects.toMatchObject(
    refusal('conflict', /was not saved/),
  )
  await client.call('project.close', { key })
  expect(await readFile(path, 'utf8')).toContain('Kept')
})
