import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newProject, VERSION } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { ProjectStore } from './project-store'
import { temporaryFolder } from '../testing/folder'
import { freshStore, open, claim } from '../testing/stores'
import { fileText } from './file-text'

describe('P4 a file that cannot be opened is not changed', () => {
  const good = fileText(sampleProject())
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
      good.replace(/"category": "\w+"/, '"category": "gone"'),
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
    expect((await open(path)).document).toBe(fileText(sampleProject()))
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
