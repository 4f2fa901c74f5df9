import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import { runCommand } from '#domain/commands/registry'
import { newProject } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { defaultDataFolder } from '#host/data-folder'
import { env } from '#host/env'
import { ProjectStore } from '#host/store/project-store'
import { runCli } from './run'
import { articlesIn } from './testing/articles'
import { commandLine } from './testing/command-line'

const { at, counterpoint } = commandLine()
const articles = () => articlesIn(at('articles'))

describe('counterpoint export', () => {
  const made = async () => {
    await counterpoint('import', '--project', at('p.json'), await articles())
    return at('p.json')
  }

  it('exports a project unchanged', async () => {
    const path = await made()
    const { code, given } = await counterpoint('export', path, '--format', 'project-json')
    expect(code).toBe(0)
    expect(given).toBe(await readFile(path, 'utf8'))
  })

  it('names the file after the map if it is given a folder', async () => {
    const path = await made()
    await mkdir(at('out'))
    const { code, said } = await counterpoint('export', path, '--format', 'map-json', '--out', at('out'))
    expect({ code, said }).toEqual({ code: 0, said: [`Wrote ${at('out/Map 1.json')}`] })
    expect(await readdir(at('out'))).toEqual(['Map 1.json'])
  })

  it('writes a picture of a branch with the chosen options, and says if the branch is not on the map', async () => {
    const path = await made()
    const ask = [
      'export',
      path,
      '--format',
      'svg',
      '--theme',
      'dark',
      '--transparent',
      '--no-title',
      '--notes',
    ]
    const { code, given } = await counterpoint(...ask)
    expect(code).toBe(0)
    expect(given).not.toMatch(/<text[^>]*>Map 1</)
    expect(await counterpoint(...ask, '--branch', 'nobody')).toMatchObject({
      code: 1,
      complained: [expect.stringContaining('Nothing was exported')],
    })
  })

  it('writes the picture of the map into a report, and leaves it out if it is asked to', async () => {
    await writeFile(at('p.json'), save(sampleProject()))
    const ask = ['export', at('p.json'), '--map', 'Map 1', '--format', 'report-html']
    expect((await counterpoint(...ask)).given).toContain('<figure><svg ')
    expect((await counterpoint(...ask, '--no-picture')).given).not.toContain('<svg')
  })

  it('names the signs for which a picture has boxes', async () => {
    const sign = String.fromCodePoint(0x10_abcd)
    await writeFile(at('p.json'), save(sampleProject()).replaceAll('Map 1', `Map ${sign}`))
    for (const [format, named] of [
      ['png', 1],
      ['pdf', 1],
      ['svg', 0],
    ] as const) {
      const ask = ['export', at('p.json'), '--map', `Map ${sign}`, '--format', format, '--out', at('a')]
      const { code, complained } = await counterpoint(...ask)
      expect([code, complained.filter((line) => line.includes(`has ${sign}`)).length]).toEqual([0, named])
    }
  })

  it('writes every format, and gives files of one project different names', async () => {
    const path = await made()
    await mkdir(at('out'))
    for (const { name } of EXPORT_FORMATS) {
      const { code } = await counterpoint('export', path, '--format', name, '--out', at('out'))
      expect({ name, code }).toEqual({ name, code: 0 })
    }
    const files = await readdir(at('out'))
    // Both JSON formats are named after their content, and here map and project have different names.
    expect(files).toHaveLength(EXPORT_FORMATS.length)
    expect(files).toEqual(
      expect.arrayContaining(['Map 1.docx', 'Map 1.canvas', expect.stringMatching(/ claims\.csv$/)]),
    )
  })

  it('lists the maps if the name is unknown', async () => {
    const { code, complained } = await counterpoint(
      'export',
      await made(),
      '--format',
      'svg',
      '--map',
      'Nowhere',
    )
    expect(code).toBe(2)
    expect(complained[0]).toContain('Its maps: “Map 1”')
  })

  it('does not print pictures to a terminal', async () => {
    const { code, complained } = await counterpoint('export', await made(), '--format', 'png')
    expect(code).toBe(2)
    expect(complained[0]).toContain('--out')
  })
})

describe('counterpoint check', () => {
  it.each([
    ['cut short', '{"format": "counterpoint", "version": 1, "id": "x"', /incomplete/],
    ['empty', '', /empty/],
    ['of a newer version', '{"format": "counterpoint", "version": 999}', /newer Counterpoint/],
    ['something else', 'Dear all,', /not a Counterpoint project/],
  ])('says what is wrong with %s', async (_, text, sentence) => {
    await writeFile(at('p.json'), text)
    const { code, complained } = await counterpoint('check', at('p.json'))
    expect(code).toBe(1)
    expect(complained).toEqual([expect.stringMatching(sentence)])
  })

  it('includes the journal of a project that is open or was not closed', async () => {
    const store = await ProjectStore.create(at('p.json'), newProject('p', env))
    const outcome = runCommand(store.project, 'claim.add', { text: 'New', category: 'judgement' }, env)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    await store.patch(0, outcome.patch)
    expect((await counterpoint('check', at('p.json'))).said[0]).toContain('1 claim,')
    await store.close()
  })

  it('says that the file does not exist', async () => {
    expect(await counterpoint('check', at('none.json'))).toMatchObject({
      code: 1,
      complained: [expect.stringContaining('There is no file')],
    })
  })
})

describe('the command line', () => {
  it.each([
    [['fly']],
    [['serve', '--fly']],
    [['import']],
    [['check']],
    [['check', 'a', 'b']],
    [['check', '--deep', 'a']],
    [['export', 'a']],
    [['export', 'a', '--format', 'papyrus']],
    [['export', 'a', '--format', 'svg', '--scale', '9']],
    [['export', 'a', '--format']],
    [['serve', '--port', '65536']],
    [['serve', '--port', 'web']],
  ])('answers wrong usage with exit code 2 and one line: %j', async (args) => {
    const { code, said, complained } = await counterpoint(...args)
    expect(code).toBe(2)
    expect(said).toEqual([])
    expect(complained).toEqual([expect.stringMatching(/^counterpoint: .*\. See: counterpoint .*--help$/)])
  })

  it.each(['open', 'serve', 'import', 'export', 'check', 'weigh', 'check-update'])(
    'has help for %s that fits a terminal',
    async (name) => {
      const { code, said } = await counterpoint(name, '--help')
      expect(code).toBe(0)
      expect(said[0]).toMatch(new RegExp(`^Usage: counterpoint \\[?${name}`))
      expect(Math.max(...said.map((line) => line.length))).toBeLessThanOrEqual(100)
      expect((await counterpoint('--help')).said.join('\n')).toContain(`  ${name} `)
    },
  )

  it('explains in a sentence what the system refused', async () => {
    await writeFile(at('data'), 'a file where the data folder should be')
    const { code, complained } = await counterpoint('import', '--data-dir', at('data'), await articles())
    expect(code).toBe(1)
    expect(complained).toEqual([expect.stringMatching(/^counterpoint: “.*data.*” cannot be used: .*\.$/)])
  })

  it('prints a bug with its stack, logs it, names the log, and exits with 1', async () => {
    const complained: string[] = []
    const terminal = {
      say: () => {
        throw new TypeError('line.split is not a function')
      },
      complain: (line: string) => void complained.push(line),
      give: () => Promise.resolve(),
      isScreen: true,
    }
    expect(await runCli(['--version'], terminal)).toBe(1)
    const path = join(defaultDataFolder(), 'counterpoint.log')
    expect(complained[0]).toBe('TypeError: line.split is not a function')
    expect(complained[1]).toMatch(/^ +at .*cli\.test\.ts/)
    expect(complained.slice(-1)).toEqual([
      `counterpoint: this is a bug in Counterpoint. It was logged in “${path}”.`,
    ])
    expect(await readFile(path, 'utf8')).toMatch(
      /command line TypeError: line\.split is not a function\n {2}at cli\.test\.ts:\d+/,
    )
  })

  it('prints its version', async () => {
    expect((await counterpoint('--version')).said[0]).toMatch(
      /^\d+\.\d+\.\d+( \([0-9a-f]{10}(\+changes)?\))?$/,
    )
  })
})
