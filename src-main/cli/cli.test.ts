import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import { runCommand } from '#domain/commands/registry'
import { newProject } from '#domain/document/project'
import { defaultDataFolder } from '#host/data-folder'
import { env } from '#host/env'
import { GenerationStore } from '#host/history/version-history'
import { ProjectStore } from '#host/store/project-store'
import { runCli } from './run'
import { commandLine } from './testing/command-line'

const { at, counterpoint } = commandLine()

async function articles(): Promise<string> {
  await mkdir(at('articles/more'), { recursive: true })
  await writeFile(
    at('articles/10 second.txt'),
    'The second article\n\nIt says something else, in nine words here.\n',
  )
  await writeFile(at('articles/2 first.md'), '# The first article\n\nIt says something.\n')
  await writeFile(at('articles/more/third.txt'), 'The third article\n\nAnd it is a short one.\n')
  await writeFile(at('articles/picture.png'), 'no article')
  await writeFile(at('articles/.hidden.txt'), 'Not for anyone')
  return at('articles')
}

describe('counterpoint import', () => {
  it('finds a map of another program in a folder, and carries a newer state of it over in words', async () => {
    const map = (words: string) =>
      JSON.stringify({
        nodes: [
          { nodeID: '1', type: 'I', text: 'The harbour silts up' },
          { nodeID: '2', type: 'I', text: words },
        ],
        edges: [],
      })
    await mkdir(at('maps'))
    await writeFile(at('maps/settings.json'), '{"theme": "dark"}')
    await writeFile(at('maps/harbour.json'), map('Ships run late'))
    const given = ['import', '--data-dir', at('data'), '--project', at('p.json'), at('maps')]
    const first = await counterpoint(...given)
    expect(first.complained).toEqual([])
    expect(first.said).toEqual([
      expect.stringMatching(/^Skipped .*: settings\.json$/),
      'harbour.json: 1 map, 2 claims',
      expect.stringContaining('p.json'),
    ])
    await writeFile(at('maps/harbour.json'), map('Ships run very late'))
    const { said } = await counterpoint(...given)
    expect(said.join('\n')).toContain('harbour.json: a newer state of “harbour.json”')
    expect(said).toContain('  changed: The claim “Ships run late”: now “Ships run very late”')
    const { claims } = JSON.parse(await readFile(at('p.json'), 'utf8')) as { claims: { text: string }[] }
    expect(claims.map(({ text }) => text)).toEqual(['The harbour silts up', 'Ships run very late'])
  })

  it('creates a project from the articles of a folder, in the order of their names', async () => {
    const { code, said, complained } = await counterpoint(
      'import',
      '--data-dir',
      at('data'),
      await articles(),
    )
    expect({ code, complained }).toEqual({ code: 0, complained: [] })
    expect(said).toEqual([
      expect.stringContaining('picture.png'),
      expect.stringMatching(/^“The first article”: 6 words, 2 blocks; set aside: nothing$/),
      expect.stringMatching(/^“The second article”/),
      expect.stringMatching(/^“The third article”/),
      expect.stringContaining(at('data/projects/articles.json')),
    ])
    expect((await counterpoint('check', at('data/projects/articles.json'))).said[0]).toContain('3 articles')
  })

  it('adds to an existing project, and no article twice', async () => {
    const from = await articles()
    await counterpoint('import', '--project', at('p.json'), join(from, '2 first.md'))
    const { code, said } = await counterpoint('import', '--project', at('p.json'), from)
    expect(code).toBe(0)
    expect(said.filter((line) => line.includes('already'))).toHaveLength(1)
    expect((await counterpoint('check', at('p.json'))).said[0]).toBe(
      '“p” is valid: 3 articles, 0 claims, 0 passages, 0 relations, 1 map.',
    )
  })

  it('keeps the previous state in the history, and is not mistaken for a change by another program', async () => {
    const [path, data, from] = [at('p.json'), at('data'), await articles()]
    await counterpoint('import', '--project', path, join(from, '2 first.md'))
    await counterpoint('import', '--project', path, '--data-dir', data, join(from, '10 second.txt'))
    await counterpoint('import', '--project', path, '--data-dir', data, from)
    const store = await ProjectStore.open(path, data)
    await store.close()
    expect(store.messages).toEqual([])
    const kept = await GenerationStore.of(data, path).list()
    expect(kept.map(({ counts }) => counts.sources)).toEqual([3, 2, 1])
  })

  it('keeps an article that resembles one in the project, and names that one', async () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${at * 7}`).join(' ')
    await writeFile(at('old.txt'), `On ferries\n\n${words} as it was first printed.\n`)
    await writeFile(at('new.txt'), `On boats\n\n${words} as it was printed later.\n`)
    await counterpoint('import', '--project', at('p.json'), at('old.txt'))
    const { code, said } = await counterpoint('import', '--project', at('p.json'), at('new.txt'))
    expect(code).toBe(0)
    expect(said.slice(0, 2)).toEqual([
      expect.stringMatching(/^“On boats”/),
      expect.stringMatching(/seems to be “On ferries”.*most of its words are the same\. Both were kept/),
    ])
    expect((await counterpoint('check', at('p.json'))).said[0]).toContain('2 articles')
  })

  it('continues after a file that it cannot read, and names the file', async () => {
    const from = await articles()
    await writeFile(at('empty.txt'), '')
    const files = [at('empty.txt'), join(from, 'picture.png'), at('none.txt'), join(from, '2 first.md')]
    const { code, said, complained } = await counterpoint('import', '--project', at('p.json'), ...files)
    expect(code).toBe(1)
    expect(complained).toHaveLength(3)
    expect(complained.join()).toMatch(
      /none\.txt.*“empty\.txt” was not imported\. .*“picture\.png” was not imported\. /s,
    )
    expect(said[0]).toMatch(/^“The first article”/)
  })

  it('does not change a file that is not a project', async () => {
    await writeFile(at('p.json'), '{"other": true}')
    const { code, complained } = await counterpoint('import', '--project', at('p.json'), await articles())
    expect(code).toBe(1)
    expect(complained.at(-1)).toContain('not a Counterpoint project')
    expect(await readFile(at('p.json'), 'utf8')).toBe('{"other": true}')
  })
})

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
      expect(Math.max(...said[0]!.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
      expect((await counterpoint('--help')).said[0]).toContain(`  ${name} `)
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
    expect(complained).toEqual([
      expect.stringMatching(/^TypeError: line\.split is not a function\n +at .*cli\.test\.ts/),
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
