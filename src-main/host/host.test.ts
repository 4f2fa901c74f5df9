import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient, type Client } from '#api/client'
import { dispatch } from '#api/dispatch'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { env } from './env'
import { createHost, type Host, type HostOptions } from './host'
import { temporaryFolder } from './testing/folder'

const SAMPLE = save(sampleProject())
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')

/** A host and a client that calls it as the page does: by name, with JSON and schemas. */
async function start(
  dataFolder: string,
  options: Partial<HostOptions> = {},
): Promise<{ host: Host; client: Client }> {
  const samplePath = join(dataFolder, '..', 'sample.json')
  const host = await createHost({
    edition: 'browser',
    version: '0',
    dataFolder,
    samplePath,
    open: null,
    ...options,
  })
  onTestFinished(() => host.close())
  const client = createClient(async (name, input) => {
    const there = JSON.parse(JSON.stringify(input)) as unknown
    const answer = await dispatch(host.methods, name, there, (error) => expect.unreachable(String(error)))
    return JSON.parse(JSON.stringify(answer)) as typeof answer
  })
  return { host, client }
}

const folders = async () => {
  const outside = await temporaryFolder()
  return { outside, dataFolder: join(outside, 'data') }
}

function patchOf<Name extends keyof CommandInputs>(document: string, name: Name, input: CommandInputs[Name]) {
  const loaded = load(document)
  const outcome = loaded.ok ? runCommand(loaded.project, name, input, env) : { refusal: loaded.message }
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.patch
}

const addClaim = (document: string, text: string) =>
  patchOf(document, 'claim.add', { text, category: 'claim' })
const refusal = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
})

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
    expect(JSON.parse(again.document)).toMatchObject({ revision: 1 })
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
    expect(load(opened.document)).toMatchObject({ ok: true })
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
    expect((await readdir(join(dataFolder, 'projects'))).sort()).toEqual([
      'Same 2.json',
      'Same 3.json',
      'Same.json',
    ])
  })

  test('a project opened twice has one key', async () => {
    const { dataFolder } = await folders()
    const { client } = await start(dataFolder)
    const { path, key } = await client.call('project.create', { title: 'A' })
    await client.call('project.close', { key })
    const [one, two] = await Promise.all([1, 2].map(() => client.call('project.open', { path })))
    expect(one!.key).toBe(two!.key)
    const closed = client.call('project.close', { key: one!.key })
    expect((await client.call('project.open', { path })).path).toBe(path)
    await closed
  })
})

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
    const [ours, theirs] = [document, SAMPLE].map((text) => JSON.parse(text) as Record<string, unknown>)
    expect(ours!['id']).not.toBe(theirs!['id'])
    expect(ours!['claims']).toEqual(theirs!['claims'])
    expect(await readFile(join(outside, 'sample.json'), 'utf8')).toBe(SAMPLE)
  })
})

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
    const [map] = (JSON.parse(document) as { maps: { id: string }[] }).maps
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
