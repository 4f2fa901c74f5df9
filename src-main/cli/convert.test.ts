import { readFile, writeFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { commandLine } from './testing/command-line'

const { at, counterpoint } = commandLine()

describe('counterpoint convert', () => {
  const AIF = JSON.stringify({
    nodes: [
      { nodeID: '1', text: 'One', type: 'I' },
      { nodeID: '2', text: 'Two', type: 'I' },
      { nodeID: '3', text: 'Default Inference', type: 'RA' },
      { nodeID: '4', text: 'Asserting', type: 'YA' },
    ],
    edges: [
      { edgeID: 1, fromID: '1', toID: '3' },
      { edgeID: 2, fromID: '3', toID: '2' },
    ],
  })

  it('reads a map of another program, writes it in another format and says what is left out', async () => {
    await writeFile(at('map.json'), AIF)
    const { code, said } = await counterpoint(
      'convert',
      at('map.json'),
      at('map.argdown'),
      '--report',
      at('loss.json'),
    )
    expect([code, said]).toEqual([
      0,
      [
        'Illocutions (YA), kept only in the file: 1',
        'Left out: positions of cards: 2',
        `Wrote ${at('map.argdown')}`,
      ],
    ])
    expect(await readFile(at('map.argdown'), 'utf8')).toContain('One')
    expect(JSON.parse(await readFile(at('loss.json'), 'utf8'))).toContainEqual({
      what: 'Illocutions (YA), kept only in the file',
      count: 1,
      type: 'node:YA',
      ids: ['4'],
    })
  })

  it('P9 writes the same file in its own format, by way of a project too', async () => {
    await writeFile(at('map.json'), AIF)
    const { said } = await counterpoint('convert', at('map.json'), at('again.json'), '--to', 'aif')
    expect(said).toEqual([`Wrote ${at('again.json')}`])
    expect(await readFile(at('again.json'), 'utf8')).toBe(AIF)
    await counterpoint('convert', at('map.json'), at('project.json'))
    await counterpoint('convert', at('project.json'), at('third.json'), '--to', 'aif')
    expect(await readFile(at('third.json'), 'utf8')).toBe(AIF)
  })

  it('writes a file for each map into a zip file, and makes a map of highlights that are on none', async () => {
    await writeFile(at('map.json'), AIF)
    await counterpoint('import', '--project', at('two.json'), at('map.json'))
    const other = { nodes: [{ id: 'a', type: 'atom', text: 'Uno' }], edges: [] }
    await writeFile(at('other.json'), JSON.stringify(other))
    await counterpoint('import', '--project', at('two.json'), at('other.json'))
    expect(await counterpoint('convert', at('two.json'), at('two.argdown'))).toMatchObject({ code: 2 })
    await counterpoint('convert', at('two.json'), at('two.zip'), '--to', 'argdown', '--all-maps')
    const files = Object.entries(unzipSync(await readFile(at('two.zip')))).map(
      ([name, bytes]) => [name, /One|Uno/.exec(strFromU8(bytes))?.[0]] as const,
    )
    // A new project has an empty map.
    expect(new Map(files)).toEqual(
      new Map([
        ['Map 1.argdown', undefined],
        ['map.argdown', 'One'],
        ['other.argdown', 'Uno'],
      ]),
    )
    const annotation = { id: 'a', uri: 'https://example.org', text: 'A remark', target: [] }
    await writeFile(at('marks.json'), JSON.stringify({ client_version: '', annotations: [annotation] }))
    expect((await counterpoint('convert', at('marks.json'), at('marks.canvas'))).code).toBe(0)
    expect(await readFile(at('marks.canvas'), 'utf8')).toContain('A remark')
  })

  it('refuses a format that does not exist, and a name that does not tell one', async () => {
    await writeFile(at('map.json'), AIF)
    expect(await counterpoint('convert', at('map.json'), at('x.json'), '--from', 'none')).toMatchObject({
      code: 2,
    })
    expect(await counterpoint('convert', at('map.json'), at('x.none'))).toMatchObject({ code: 2 })
    expect(await counterpoint('convert', at('map.json'))).toMatchObject({ code: 2 })
  })
})
