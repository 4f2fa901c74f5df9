import { strToU8, zipSync } from 'fflate'
import { newProject, type Project } from '#domain/document/project'
import type { Source } from '#domain/records/source'
import { chance, paragraphsOf, sentence } from './texts'
import { libraryProject } from './projects'

const bytesOf = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))

/** An AIF nodeset of that many nodes: three claims for each two steps, each step from one or two claims to one. */
export function aifFile(nodes: number): Uint8Array {
  const draw = chance(3)
  const claims = Math.round(nodes * 0.6)
  const node = (at: number, type: string, text: string) => ({
    nodeID: String(at + 1),
    text,
    type,
    timestamp: '2024-01-01 00:00:00',
  })
  const all = Array.from({ length: nodes }, (_none, at) =>
    at < claims
      ? node(at, 'I', sentence(draw))
      : draw() < 0.7
        ? node(at, 'RA', 'Default Inference')
        : node(at, 'CA', 'Default Conflict'),
  )
  const edges: { edgeID: string; fromID: string; toID: string; formEdgeID: null }[] = []
  const join = (from: number, to: number) =>
    edges.push({
      edgeID: String(edges.length + 1),
      fromID: String(from + 1),
      toID: String(to + 1),
      formEdgeID: null,
    })
  for (let at = claims; at < nodes; at++) {
    const target = Math.floor(draw() * (claims - 3))
    join(at, target)
    join(target + 1, at)
    if (draw() < 0.3) join(target + 2, at)
  }
  return bytesOf({ nodes: all, edges, locutions: [] })
}

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A REFI-QDA project of articles with passages, each coded once. */
export function qdpxFile(articles: number, codings: number): Uint8Array {
  const draw = chance(5)
  const files: Record<string, Uint8Array> = {}
  let next = 1
  const codes = Array.from({ length: 60 }, (_none, at) => ({ guid: guid(next++), name: `Code ${at + 1}` }))
  const sources = Array.from({ length: articles }, (_none, at) => {
    const text = paragraphsOf(1500, at + 1).join('\n\n')
    const id = guid(next++)
    files[`Sources/${id}.txt`] = strToU8(text)
    const selections = Array.from({ length: Math.ceil(codings / articles) }, () => {
      const start = Math.floor(draw() * (text.length - 300))
      const code = codes[Math.floor(draw() * codes.length)]!
      return (
        `<PlainTextSelection guid="${guid(next++)}" startPosition="${start}" endPosition="${start + 40 + Math.floor(draw() * 200)}">` +
        `<Coding guid="${guid(next++)}"><CodeRef targetGUID="${code.guid}"/></Coding></PlainTextSelection>`
      )
    })
    return `<TextSource guid="${id}" name="Article ${at + 1}" plainTextPath="internal://${id}.txt">${selections.join('')}</TextSource>`
  })
  const codebook = codes.map(({ guid: id, name }) => `<Code guid="${id}" name="${name}" isCodable="true"/>`)
  files['project.qde'] = strToU8(
    '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Measured" origin="Other">' +
      `<CodeBook><Codes>${codebook.join('')}</Codes></CodeBook><Sources>${sources.join('')}</Sources></Project>`,
  )
  return zipSync(files)
}

const addressOf = (at: number): string => `https://example.org/articles/${at}`

/** A project of articles with addresses, and an export of Hypothesis with that many highlights in them. */
export function highlightedLibrary(
  articles: number,
  highlights: number,
): { project: Project; file: Uint8Array; quotes: readonly string[] } {
  const draw = chance(9)
  const library = libraryProject(articles, 1000)
  const sources = new Map<string, Source>(
    [...library.sources].map(([id, source], at) => [id, { ...source, url: addressOf(at) }]),
  )
  const texts = [...sources.values()].map(({ text }) => text)
  const annotations = Array.from({ length: highlights }, (_none, at) => {
    const on = Math.floor(draw() * articles)
    const start = Math.floor(draw() * (texts[on]!.length - 200))
    const exact = texts[on]!.slice(start, start + 120).trim()
    const [prefix, suffix] = [texts[on]!.slice(Math.max(0, start - 32), start), '']
    return {
      id: `h${at}`,
      uri: addressOf(on),
      text: '',
      tags: ['measured'],
      document: { title: [`Article ${on + 1}`] },
      target: [{ source: addressOf(on), selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }] }],
    }
  })
  const env = { newId: () => crypto.randomUUID(), now: () => '2026-01-01T00:00:00.000Z' }
  return {
    project: { ...library, about: newProject('Measured', env).about, sources },
    file: bytesOf({ client_version: '1', annotations }),
    quotes: annotations.map(({ target }) => target[0]!.selector[0]!.exact),
  }
}
