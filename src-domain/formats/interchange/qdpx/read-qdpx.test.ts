import { expect, test } from 'vitest'
import { emptyProject, fileRead, withFile } from '../testing/read'

const guid = (letter: string): string => `${letter.repeat(8)}-0000-4000-8000-000000000000`

const vertex = (id: string, represented: string, x: number) =>
  `<Vertex guid="${id}" representedGUID="${represented}" firstX="${x}" firstY="0"/>`

test('every map of a project of REFI-QDA comes in, with its notes and edges', async () => {
  const [source, one, two, note] = ['a', 'b', 'c', 'd'].map(guid)
  const selection = (id: string, start: number, end: number) =>
    `<PlainTextSelection guid="${id}" startPosition="${start}" endPosition="${end}"/>`
  const project = `<?xml version="1.0"?><Project name="Study" origin="Test" xmlns="urn:QDA-XML:project:1.0">
    <Sources><TextSource guid="${source}" name="Talk"><PlainTextContent>It silts up. Ships run late.</PlainTextContent>
      ${selection(one!, 0, 12)}${selection(two!, 13, 28)}</TextSource></Sources>
    <Notes><Note guid="${note}" name="Memo"><PlainTextContent>Nobody dredges it.</PlainTextContent></Note></Notes>
    <Links><Link guid="l1" name="supports" originGUID="${note}" targetGUID="${one}"/></Links>
    <Graphs>
      <Graph guid="g1" name="Causes">${vertex('v1', one!, 10)}${vertex('v2', two!, 400)}
        <Edge guid="e1" name="supports" sourceVertex="v1" targetVertex="v2"/></Graph>
      <Graph guid="g2" name="Remedies">${vertex('v3', note!, 20)}${vertex('v4', one!, 500)}
        <Edge guid="e2" representedGUID="l1" sourceVertex="v3" targetVertex="v4"/></Graph>
    </Graphs></Project>`
  const { file } = await fileRead('qdpx', JSON.stringify({ 'project.qde': project }), 'study.qdpx')
  const { maps, claims, placements, relations } = withFile(emptyProject(), file)
  const on = (name: string) =>
    [...placements.values()]
      .filter(({ map }) => maps.get(map)?.name === name)
      .map(({ claim, x }) => [claims.get(claim)!.text, x])
  expect(on('Causes')).toEqual([
    ['It silts up.', 10],
    ['Ships run late.', 400],
  ])
  expect(on('Remedies')).toEqual([
    ['It silts up.', 500],
    ['Nobody dredges it.', 20],
  ])
  const steps = [...relations.values()].map(({ premises, target }) =>
    [premises[0]!, target].map((id) => claims.get(id)!.text),
  )
  expect(steps.sort()).toEqual([
    ['It silts up.', 'Ships run late.'],
    ['Nobody dredges it.', 'It silts up.'],
  ])
})

test('the top codes of a codebook are categories, and the others are named', async () => {
  const code = (name: string, inside = '', codable = true) =>
    `<Code guid="${name}" name="${name}" isCodable="${codable}" color="#a5342b">${inside}</Code>`
  const text = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>${code('Evidence')}${code(
    'Folder',
    code('Motive', `<Description>Why it was done</Description>${code('Money')}`),
    false,
  )}${code('motive')}</Codes></CodeBook>`
  const { file, report } = await fileRead('qdc', text, 'codes.qdc')
  const project = withFile(emptyProject(), file)
  const names = [...project.categories.values()].map(({ name, definition }) => [name, definition])
  expect(names).toContainEqual(['Motive', 'Why it was done'])
  expect(names.filter(([name]) => /evidence/i.test(name!))).toHaveLength(1)
  expect(project.origins.size).toBe(1)
  expect(report.map(({ type, ids }) => [type, ids])).toEqual([
    ['code:folder', ['folder']],
    ['code:below', ['money']],
    ['code:double', ['motive']],
  ])
})
