import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import type { Patch } from '#domain/document/patch'
import { newProject, VERSION } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { recoverProject } from '../recovery/recover-project'
import { ProjectStore } from './project-store'
import { leftovers, temporaryFolder } from '../testing/folder'

/** Longer than the scheduler waits for a pause in the work. Milliseconds. */
const LONGEST_PAUSE = 60_000

/** A store on a new file in a folder of its own. Both are removed after the test. */
async function freshStore(): Promise<{ store: ProjectStore; path: string; folder: string }> {
  const folder = join(await temporaryFolder(), 'projects')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  const store = await ProjectStore.create(path, sampleProject())
  onTestFinished(() => store.close())
  return { store, path, folder }
}

const open = async (path: string): Promise<ProjectStore> => {
  const store = await ProjectStore.open(path)
  onTestFinished(() => store.close())
  return store
}

function patchOf<Name extends keyof CommandInputs>(
  { project }: ProjectStore,
  name: Name,
  input: CommandInputs[Name],
): Patch {
  const outcome = runCommand(project, name, input, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.patch
}

const claim = (store: ProjectStore, text: string) => patchOf(store, 'claim.add', { text, category: 'claim' })
const text = (path: string) => readFile(path, 'utf8')
/** The project as it would open now: the file with its journal. */
const standing = async (path: string) => save((await recoverProject(path, undefined)).project)

describe('a project on disk', () => {
  test('exists as soon as it is created, and opens as the same bytes', async () => {
    const { store, path } = await freshStore()
    expect(await text(path)).toBe(save(sampleProject()))
    await store.close()
    const again = await open(path)
    expect(again.document).toBe(save(sampleProject()))
  })

  test('has every acknowledged patch in its journal, under the next revision', async () => {
    const { store, path, folder } = await freshStore()
    const accepted = await store.patch(0, claim(store, 'A new claim 🧭'))
    expect(accepted).toMatchObject({ revision: 1, setAside: null })
    expect(await standing(path)).toBe(store.document)
    expect(JSON.parse(await standing(path))).toMatchObject({ revision: 1, modified: accepted.modified })
    expect(await text(join(folder, 'Project.journal'))).toContain('A new claim 🧭')
    expect(await text(path)).toBe(save(sampleProject()))
  })

  test('is one complete JSON file after a pause, and when it is closed', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'First'))
    await expect.poll(() => readdir(folder)).toEqual(['Project.json'])
    expect(await text(path)).toBe(store.document)
    await store.patch(1, claim(store, 'Second'))
    expect(await readdir(folder)).toEqual(['Project.journal', 'Project.json'])
    const { document } = store
    await store.close()
    expect(await readdir(folder)).toEqual(['Project.json'])
    expect(await text(path)).toBe(document)
  })

  test('does not overwrite an existing file', async () => {
    const { path } = await freshStore()
    const other = join(path, '..', 'Other.json')
    await writeFile(other, 'Something')
    await expect(ProjectStore.create(other, newProject('Other', env))).rejects.toMatchObject({
      code: 'not-saved',
    })
    expect(await text(other)).toBe('Something')
  })

  test('reached by a symbolic link is written at its real path, and the link stays', async () => {
    const { store, path, folder } = await freshStore()
    await store.close()
    await symlink(path, join(folder, 'link.json'))
    const linked = await open(join(folder, 'link.json'))
    expect(linked.path).toBe(path)
    await linked.patch(0, claim(linked, 'By the link'))
    await linked.close()
    expect(await text(path)).toContain('By the link')
    expect(
      (await readdir(folder, { withFileTypes: true }))
        .find(({ name }) => name === 'link.json')!
        .isSymbolicLink(),
    ).toBe(true)
  })
})

describe('P8 a patch that does not fit is refused, and the file is not changed', () => {
  test('a patch for another revision', async () => {
    const { store, path } = await freshStore()
    await store.patch(0, claim(store, 'First'))
    const before = await text(path)
    for (const revision of [0, 2]) {
      await expect(store.patch(revision, claim(store, 'Second'))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('was not saved') as string,
      })
    }
    expect(await text(path)).toBe(before)
  })

  test('the second of two simultaneous patches for the same revision', async () => {
    const { store, path } = await freshStore()
    const answers = await Promise.allSettled([
      store.patch(0, claim(store, 'One')),
      store.patch(0, claim(store, 'Two')),
      store.patch(1, claim(store, 'Three')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await standing(path)).toMatch(/One[^]*Three|Three[^]*One/)
    expect(await standing(path)).not.toContain('Two')
  })

  test('a patch based on other records', async () => {
    const { store, path } = await freshStore()
    const before = await text(path)
    const id = [...store.project.claims.keys()][0]!
    const reworded = patchOf(store, 'claim.reword', { claim: id, text: 'New words' })
    const stale = reworded.map((change) => ({
      ...change,
      from: { ...change.from, text: 'Other words' },
    })) as Patch
    await expect(store.patch(0, stale)).rejects.toMatchObject({ code: 'conflict' })
    expect([await text(path), store.document]).toEqual([before, before])
  })

  test('a patch that would make the project invalid', async () => {
    const { store, path } = await freshStore()
    const before = await text(path)
    const [id, from] = [...store.project.claims][0]!
    const dangling: Patch = [{ table: 'claims', id, from, to: null }]
    await expect(store.patch(0, dangling)).rejects.toMatchObject({ code: 'bad-request' })
    expect([await text(path), store.document]).toEqual([before, before])
  })
})

describe('P11 a save that fails loses nothing', () => {
  test('the folder moved away: reported, the project as before, and the same patch succeeds later', async () => {
    const { store, path, folder } = await freshStore()
    const [before, patch] = [store.document, claim(store, 'Kept')]
    await rename(folder, `${folder} away`)
    await expect(store.patch(0, patch)).rejects.toMatchObject({
      code: 'vanished',
      message: 'its folder is no longer there',
    })
    expect(store.document).toBe(before)
    await rename(`${folder} away`, folder)
    expect(await store.patch(0, patch)).toMatchObject({ revision: 1, setAside: null })
    expect(await standing(path)).toContain('Kept')
    expect(await leftovers(folder)).toEqual([])
  })

  test('a folder in place of the file: no temporary file is left', async () => {
    const { store, path, folder } = await freshStore()
    const patch = claim(store, 'Kept')
    await rename(path, `${folder} away`)
    await mkdir(path)
    await writeFile(join(path, 'in the way'), '')
    await expect(store.patch(0, patch)).rejects.toMatchObject({ code: 'not-saved' })
    expect(await leftovers(folder)).toEqual([])
    await rm(path, { recursive: true })
    await rename(`${folder} away`, path)
    expect(await store.patch(0, patch)).toMatchObject({ revision: 1 })
    expect(await standing(path)).toBe(store.document)
    expect(await leftovers(folder)).toEqual([])
  })
})

describe('a file that vanished while it is open', () => {
  const vanished = { code: 'vanished', message: 'the project’s file is no longer there' }

  test('is reported before the next change counts as saved, and nothing is written in its place', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    await store.checkFile()
    const journal = await text(join(folder, 'Project.journal'))
    await rm(path)
    await expect(store.checkFile()).rejects.toMatchObject(vanished)
    const patch = claim(store, 'Came after')
    await expect(store.patch(1, patch)).rejects.toMatchObject(vanished)
    await vi.advanceTimersByTimeAsync(LONGEST_PAUSE)
    await store.close()
    expect(await readdir(folder)).toEqual(['Project.journal'])
    expect(await text(join(folder, 'Project.journal'))).toBe(journal)
  })

  test('is recreated on request, complete, and work continues', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    await rm(folder, { recursive: true })
    await mkdir(folder)
    const patch = claim(store, 'Came after')
    await expect(store.patch(1, patch)).rejects.toMatchObject(vanished)
    expect(await readdir(folder)).toEqual([])
    await store.saveAgain()
    expect(await text(path)).toBe(store.document)
    expect(await readdir(folder)).toEqual(['Project.json'])
    await store.patch(1, patch)
    await rm(folder, { recursive: true })
    await expect(store.checkFile()).rejects.toMatchObject({
      code: 'vanished',
      message: 'its folder is no longer there',
    })
    await store.saveAgain()
    await store.close()
    expect(await text(path)).toMatch(/Came after[^]*Saved before|Saved before[^]*Came after/)
  })

  test('may have been renamed: neither it nor its journal is written to', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    const moved = `${folder} moved`
    await rename(folder, moved)
    await mkdir(folder)
    const there = () =>
      Promise.all(['Project.json', 'Project.journal'].map((name) => text(join(moved, name))))
    const before = await there()
    await store.saveAgain()
    await store.patch(1, claim(store, 'Came after'))
    expect(await there()).toEqual(before)
    expect(await standing(path)).toBe(store.document)
  })

  test('is used again when it is back, and another in its place is kept aside', async () => {
    const { store, path, folder } = await freshStore()
    await rename(path, join(folder, 'Away.json'))
    const patch = claim(store, 'Ours')
    await expect(store.patch(0, patch)).rejects.toMatchObject(vanished)
    await rename(join(folder, 'Away.json'), path)
    await store.checkFile()
    expect(await store.patch(0, patch)).toMatchObject({ setAside: null })
    await writeFile(path, 'of another')
    await store.saveAgain()
    expect(await text(path)).toBe(store.document)
    const [aside] = (await readdir(folder)).filter((name) => name.includes('changed elsewhere'))
    expect(await text(join(folder, aside!))).toBe('of another')
  })
})

test('a file that another program changed is copied aside, and both are kept', async () => {
  const { store, path, folder } = await freshStore()
  const theirs = [
    '{"theirs": 1}',
    'not even JSON',
    (await text(path)).replace('It was a bribe.', 'It was hedging.'),
  ]
  for (const [revision, content] of theirs.entries()) {
    await writeFile(path, content)
    const { setAside } = await store.patch(revision, claim(store, `Ours ${revision}`))
    expect(await text(setAside!)).toBe(content)
    expect(setAside).toMatch(/Project \(changed elsewhere .*\)\.json$/)
    expect(await text(path)).toBe(store.document)
  }
  expect(await store.patch(theirs.length, claim(store, 'Ours, undisturbed'))).toMatchObject({
    setAside: null,
  })
  await store.close()
  expect(await readdir(folder)).toHaveLength(1 + theirs.length)
})

test('a deleted or replaced journal is complete again with the next change', async () => {
  const { store, path, folder } = await freshStore()
  const journal = join(folder, 'Project.journal')
  await store.patch(0, claim(store, 'First'))
  await rm(journal)
  await store.patch(1, claim(store, 'Second'))
  expect(await standing(path)).toMatch(/First[^]*Second|Second[^]*First/)
  await writeFile(`${journal}.new`, 'another')
  await rename(`${journal}.new`, journal)
  await store.patch(2, claim(store, 'Third'))
  expect(await standing(path)).toBe(store.document)
})

test('a file that was only touched, as sync clients do, does not count as changed', async () => {
  const { store, path, folder } = await freshStore()
  await utimes(path, new Date(), new Date(Date.now() + 60_000))
  expect(await store.patch(0, claim(store, 'Ours'))).toMatchObject({ setAside: null })
  await store.close()
  expect(await readdir(folder)).toEqual(['Project.json'])
})

test('a patch sent again after its answer was lost is answered again and applied once', async () => {
  const { store } = await freshStore()
  const patch = claim(store, 'Once')
  const first = await store.patch(0, patch, 'parcel')
  expect(await store.patch(0, patch, 'parcel')).toEqual(first)
  expect(store.project.about.revision).toBe(1)
  expect(await store.patch(1, claim(store, 'Next'), 'another')).toMatchObject({ revision: 2 })
})

test('a patch sent again while it is pending is applied once, and both are answered', async () => {
  const { store } = await freshStore()
  const patch = claim(store, 'Once')
  const [first, again] = await Promise.all([store.patch(0, patch, 'parcel'), store.patch(0, patch, 'parcel')])
  expect(again).toEqual(first)
  expect(store.project.about.revision).toBe(1)
})

test('a patch for a closed project is refused, and nothing is written', async () => {
  const { store, folder } = await freshStore()
  const patch = claim(store, 'Too late')
  await store.close()
  await expect(store.patch(0, patch)).rejects.toMatchObject({ code: 'not-found' })
  expect(await readdir(folder)).toEqual(['Project.json'])
})

test('patches that depend on one that cannot be written are reverted with it, the last first', async () => {
  const { store, path, folder } = await freshStore()
  const [before, first] = [store.document, claim(store, 'First')]
  const id = first[0]!.id
  await rename(folder, `${folder} away`)
  const one = store.patch(0, first)
  // The first is on its way to the disk when the others come.
  await Promise.resolve().then(() => Promise.resolve())
  const two = store.patch(1, patchOf(store, 'claim.reword', { claim: id, text: 'Second' }))
  const three = store.patch(2, patchOf(store, 'claim.reword', { claim: id, text: 'Third' }))
  const answers = await Promise.allSettled([one, two, three])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(store.document).toBe(before)
  await rename(`${folder} away`, folder)
  await store.patch(0, first)
  expect(await standing(path)).toBe(store.document)
})

test('the remains of an interrupted write are removed when the project is opened', async () => {
  const { store, path, folder } = await freshStore()
  await store.close()
  const own = `.counterpoint-${createHash('sha256').update('Project.json').digest('hex').slice(0, 8)}-0123456789ab.tmp`
  await writeFile(join(folder, own), 'half a pro')
  await writeFile(join(folder, '.counterpoint-00000000-0123456789ab.tmp'), 'of another project')
  await open(path)
  expect(await readdir(folder)).toEqual(['.counterpoint-00000000-0123456789ab.tmp', 'Project.json'])
})

describe('P4 a file that cannot be opened is not changed', () => {
  const good = save(sampleProject())
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['a text', 'Dear diary', 'not-a-project', /not JSON.*was not changed/],
    ['other JSON', '{"name": "x"}', 'not-a-project', /not a Counterpoint project.*was not changed/],
    ['an empty file', '', 'not-a-project', /empty.*was not changed/],
    ['a project cut short', good.slice(0, 1000), 'not-a-project', /incomplete.*was not changed/],
    [
      'a project of the next version',
      good.replace(`"version": ${VERSION}`, `"version": ${VERSION + 1}`),
      'newer-version',
      /newer Counterpoint.*file version \d/,
    ],
    [
      'a newer project',
      good.replace('"version": 2', '"version": 7'),
      'newer-version',
      /newer.*is not changed/,
    ],
    [
      'a project in windows-1252',
      Buffer.from(good.replace('Sample', 'Año'), 'latin1'),
      'not-a-project',
      /not text.*was not changed/,
    ],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff),
      'not-a-project',
      /not text.*was not changed/,
    ],
    [
      'a project that does not hold together',
      good.replace(/"category": "claim"/, '"category": "gone"'),
      'not-a-project',
      /is damaged.*was not changed/,
    ],
  ])('%s', async (_case, content, code, words) => {
    const folder = await temporaryFolder()
    const path = join(folder, 'File.json')
    await writeFile(path, content)
    await expect(ProjectStore.open(path)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
    })
    expect((await readFile(path)).equals(Buffer.from(content))).toBe(true)
    expect(await readdir(folder)).toEqual(['File.json'])
    await writeFile(path, good)
    expect((await open(path)).document).toBe(good)
  })

  test('a missing file, and a folder', async () => {
    const folder = await temporaryFolder()
    await expect(ProjectStore.open(join(folder, 'gone.json'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(ProjectStore.open(folder)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('a project has one writer', () => {
  // Built once, as the app is, so that another process can run it without a bundler.
  const built = join(import.meta.dirname, '../../../node_modules/.cache', `project-store-${process.pid}`)

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: join(import.meta.dirname, 'project-store.ts'), outDir: built, target: 'node20.19' },
    })
    return () => rm(built, { recursive: true, force: true })
  })

  const locked = {
    code: 'locked',
    message: expect.stringMatching(/open in another Counterpoint.*Nothing was changed/s) as string,
  }

  test('a second one in the same process is refused until the first closes', async () => {
    const { store, path } = await freshStore()
    await expect(ProjectStore.open(path)).rejects.toMatchObject(locked)
    await expect(ProjectStore.create(path, newProject('x', env))).rejects.toMatchObject(locked)
    const order: string[] = []
    const saved = store.patch(0, claim(store, 'Under way')).then(() => order.push('saved'))
    await store.close()
    order.push('closed')
    await saved
    expect(order).toEqual(['saved', 'closed'])
    expect((await open(path)).document).toContain('Under way')
  })

  test('and so is one in another process, until the first closes or is killed', async () => {
    const { store, path } = await freshStore()
    expect(await holder(built, path).said).toBe('locked')
    await store.close()
    const other = holder(built, path)
    expect(await other.said).toBe('held')
    await expect(ProjectStore.open(path)).rejects.toMatchObject(locked)
    await other.kill()
    expect((await open(path)).document).toBe(save(sampleProject()))
  })
})

/** Another process that opens the project and holds it until it is killed. */
function holder(built: string, path: string) {
  const script = `
    const { ProjectStore } = await import(process.argv[1])
    const said = await ProjectStore.open(process.argv[2]).then(() => 'held', (error) => error.code)
    console.log(said)
    if (said === 'held') setInterval(() => {}, 1000)`
  const module = pathToFileURL(join(built, 'project-store.js')).href
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, module, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const said = once(child.stdout, 'data').then(([chunk]) => String(chunk).trim())
  return { said, kill }
}

test('P11 a history that cannot be written is reported with the next answer, until it can be again', async () => {
  const dataFolder = await temporaryFolder()
  const generations = join(dataFolder, 'generations')
  const store = await ProjectStore.create(join(dataFolder, 'Project.json'), sampleProject(), dataFolder)
  onTestFinished(() => store.close())
  await writeFile(generations, 'a file in the place of the folder')
  expect(await store.patch(0, claim(store, 'First'))).toMatchObject({ historyProblem: null })
  await store.saveAgain()
  const { historyProblem } = await store.patch(1, claim(store, 'Second'))
  expect(historyProblem).toBe(
    'Your work is saved, but the history of this project cannot be written: its folder is no longer there. ' +
      `It is written again once Counterpoint can write to the folder “${generations}”.`,
  )
  expect(await standing(store.path)).toBe(store.document)
  await rm(generations)
  await store.saveAgain()
  expect(await store.patch(2, claim(store, 'Third'))).toMatchObject({ historyProblem: null })
})
