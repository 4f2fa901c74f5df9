import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GenerationStore } from '#host/history/version-history'
import { ProjectStore } from '#host/store/project-store'
import { articlesIn } from './testing/articles'
import { commandLine } from './testing/command-line'

const { at, counterpoint } = commandLine()
const articles = () => articlesIn(at('articles'))

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
