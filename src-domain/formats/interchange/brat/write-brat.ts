import type { Zippable } from 'fflate'
import { foreignOf } from '../../../document/origins'
import type { Project } from '../../../document/project'
import { excerptsBySource } from '../../../queries/excerpt-index'
import type { Excerpt } from '../../../records/excerpt'
import type { Origin } from '../../../records/origin'
import { QUOTES, sourcesInOrder, type Source } from '../../../records/source'
import { isFound } from '../../export/left-out/contents'
import type { ExportWriter } from '../../export/writer'
import { rewriteBrat } from './rewrite-brat'
import { attributeOf, bratText, isBratRelation, oneLine, relationType, spansOf, typeOf } from './brat-lines'

/**
 * Writes a zip file for brat (Stenetorp and others 2012): each article as a text with its annotations beside it, and a
 * configuration with their types. An article that came from brat has the files that it came with, with what was changed.
 */
export const writeBrat: ExportWriter = async ({ project }) => {
  const { strToU8, zipSync } = await import('fflate')
  const files: Zippable = {}
  for (const [name, text] of bratFiles(project)) files[name] = strToU8(text)
  // The date of the archive's parts is fixed, so that the same project gives the same file.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/** The files for brat by their names. */
export function bratFiles(project: Project): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const lines: string[] = []
  for (const source of sourcesInOrder(project.sources.values())) {
    const excerpts = (excerptsBySource(project).get(source.id) ?? []).filter(isFound)
    const origin = originOf(project, source)
    if (excerpts.length === 0 && !origin) continue
    const stem = freeStem(origin?.fileName.replace(/\.ann$/i, '') ?? source.title, files)
    if (origin) files.set(`${stem}.ann`, rewriteBrat(project, origin, source))
    else {
      const written = annotationsOf(project, source, excerpts)
      lines.push(...written)
      files.set(`${stem}.ann`, written.map((line) => `${line}\n`).join(''))
    }
    // The text of which a file without one has the quotes is not there.
    if (!origin || source.kind !== QUOTES)
      files.set(`${stem}.txt`, origin ? source.originalText : source.text)
  }
  if (lines.length > 0) files.set('annotation.conf', configurationFor(lines))
  return files
}

/** The file of brat that an article came from. */
function originOf({ origins }: Project, source: Source): Origin | undefined {
  for (const { origin } of foreignOf(source)) {
    const found = origins.get(origin)
    if (found?.format === 'brat') return found
  }
  return undefined
}

/** A file name without its ending that no other file has, whatever its capitals. */
function freeStem(title: string, files: ReadonlyMap<string, string>): string {
  const stem = title
    .toWellFormed()
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
  const taken = new Set([...files.keys()].map((name) => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem || 'article' : `${stem || 'article'} ${number}`
    if (!taken.has(`${name}.ann`.toLowerCase())) return name
  }
}

/** The lines for an article: annotations, relations, attributes and notes. */
function annotationsOf(project: Project, source: Source, excerpts: readonly Excerpt[]): string[] {
  const of = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) of.set(excerpt.claim, [...(of.get(excerpt.claim) ?? []), excerpt])
  const text = bratText(source.text)
  const marks = new Map([...of.keys()].map((claim, at) => [claim, `T${at + 1}`]))
  const lines = [...of].map(([claim, own]) => {
    const { spans, words } = spansOf(own, text)
    return `${marks.get(claim)}\t${typeOf(project.claims.get(claim)!, project)} ${spans}\t${words}`
  })
  const add = (sign: string, rest: readonly string[]) =>
    lines.push(...rest.map((each, at) => `${sign}${at + 1}\t${each}`))
  add(
    'R',
    [...project.relations.values()].filter(isBratRelation).flatMap((relation) => {
      const [from, to] = [marks.get(relation.premises[0]!), marks.get(relation.target)]
      return from && to ? [`${relationType(relation)} Arg1:${from} Arg2:${to}`] : []
    }),
  )
  const claims = [...marks].map(([id, mark]) => ({ ...project.claims.get(id)!, mark }))
  add(
    'A',
    claims.flatMap(({ tags, mark }) => tags.map((tag) => attributeOf(tag, mark))),
  )
  add(
    '#',
    claims.flatMap(({ note, mark }) => (note === '' ? [] : [`AnnotatorNotes ${mark}\t${oneLine(note)}`])),
  )
  return lines
}

/** A configuration with the types that the lines use; brat shows no others. */
function configurationFor(lines: readonly string[]): string {
  const typesOf = (sign: string): string[] => [
    ...new Set(
      lines.filter((line) => line.startsWith(sign)).map((line) => line.split('\t')[1]!.split(' ')[0]!),
    ),
  ]
  const attributes = new Map(typesOf('A').map((name) => [name, new Set<string>()]))
  for (const line of lines) {
    const [name = '', , value] = line.startsWith('A') ? line.split('\t')[1]!.split(' ') : []
    if (value !== undefined) attributes.get(name)?.add(value)
  }
  return [
    '[entities]',
    ...typesOf('T'),
    '[relations]',
    ...typesOf('R').map((type) => `${type}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    '[events]',
    '[attributes]',
    ...[...attributes].map(([name, values]) =>
      values.size > 0 ? `${name}\tArg:<ENTITY>, Value:${[...values].join('|')}` : `${name}\tArg:<ENTITY>`,
    ),
    '',
  ].join('\n')
}
