import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { runCommand } from '#domain/commands/registry'
import { applyPatch } from '#domain/document/patch'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import { env } from '#host/env'
import { readImport } from '#host/import/import-file'
import { exportFile } from '#host/pictures/export-file'
import { exportFormat } from '#host/pictures/export-format'
import { aifFile, highlightedLibrary, qdpxFile } from './interchange-files'
import type { QdpxReading } from './qdpx-reading'
import { timed } from './statistics'

/** The project that a file becomes. */
async function projectOf(fileName: string, bytes: Uint8Array): Promise<{ file: string; project: Project }> {
  const imported = await readImport(fileName, bytes)
  const loaded = imported.kind === 'project' ? load(imported.file) : undefined
  if (imported.kind !== 'project' || !loaded?.ok) throw new Error(`${fileName} is no project`)
  return { file: imported.file, project: loaded.project }
}

/** Milliseconds in which an AIF file is read, and written again with one claim changed, beside its JSON alone. */
export async function measureAif(nodes: number, runs: number) {
  const bytes = aifFile(nodes)
  const [read, written, parsed, serialised]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let run = 0; run < runs; run++) {
    const { ms, answer } = await timed(() => projectOf('nodeset.json', bytes))
    read.push(ms)
    const { project } = answer
    const [claim] = project.claims.values()
    const claims = new Map(project.claims).set(claim!.id, { ...claim!, text: 'Changed' })
    const [map = ''] = project.maps.keys()
    const asked = { project: { ...project, claims }, map, ...DEFAULT_LOOK }
    written.push((await timed(() => exportFile(exportFormat('aif'), asked))).ms)
    const json = await timed(() => JSON.parse(strFromU8(bytes)) as unknown)
    parsed.push(json.ms)
    serialised.push((await timed(() => JSON.stringify(json.answer, null, 2))).ms)
  }
  return { read, written, parsed, serialised }
}

/** Milliseconds and megabytes in which a process of its own reads a .qdpx, beside unpacking and parsing alone. */
export async function measureQdpx(articles: number, codings: number, runs: number) {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-bench-'))
  const path = join(folder, 'project.qdpx')
  const bytes = qdpxFile(articles, codings)
  try {
    await writeFile(path, bytes)
    const [times, memory, bare]: [number[], number[], number[]] = [[], [], []]
    for (let run = 0; run < runs; run++) {
      const { ms, megabytes } = await readApart(path)
      times.push(ms)
      memory.push(megabytes)
      bare.push((await timed(() => parsed(bytes))).ms)
    }
    return { times, memory, bare }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Unpacks all texts, and parses the XML without looking at it. */
function parsed(bytes: Uint8Array): void {
  const files = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const parser = new Parser({}, { xmlMode: true })
  parser.end(files.find(([name]) => name.endsWith('.qde'))?.[1])
}

/** Reads a file in a process of its own, so that the most memory that it uses is known. */
const readApart = (path: string): Promise<QdpxReading> =>
  new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'qdpx-reading.js'), [path])
    child.once('message', (reading) => done(reading as QdpxReading))
    child.once('exit', (code) => failed(new Error(`the process that reads ended with ${code}`)))
  })

/** Milliseconds in which highlights are read and each is found in its article, beside a search of all articles. */
export async function measureHighlights(articles: number, highlights: number, runs: number) {
  const { project, file, quotes } = highlightedLibrary(articles, highlights)
  const texts = [...project.sources.values()].map(({ text }) => text)
  const times: number[] = []
  let found = 0
  for (let run = 0; run < runs; run++) {
    const { ms, answer } = await timed(async () => {
      const read = await readImport('highlights.json', file)
      if (read.kind !== 'project') throw new Error('no highlights')
      const ran = runCommand(project, 'project.merge', { file: read.file }, env)
      const applied = 'patch' in ran && applyPatch(project, ran.patch)
      if (!applied || !('project' in applied)) throw new Error('not merged')
      return applied.project
    })
    times.push(ms)
    found = [...answer.excerpts.values()].filter(
      ({ source, anchor }) => project.sources.has(source) && anchor === 'exact',
    ).length
  }
  // Once: it takes many times as long.
  const plain = await timed(() => quotes.map((quote) => texts.findIndex((text) => text.includes(quote))))
  return { times, plain: [plain.ms], found: (100 * found) / highlights }
}
