import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checksNothing } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, Worker } from './work.mjs'

/**
 * Flips bits, truncates and zeroes parts of every file that the app writes, and removes last lines. Saved changes must
 * survive, or the user is told what is missing, and the damaged file is kept.
 */
export const damage = {
  name: 'damage',
  title: 'flipped bits, cut files, zeroed pages and missing last lines in every file',
  cases: { short: 90, long: 5000 },
  controls: { 'compares no checksums': checksNothing },
  run: ({ out, cases, random, failed }) =>
    inFolder(async (folder) => {
      const states = [await stateOf(folder, 'killed'), await stateOf(folder, 'closed')]
      const server = await start({ out, dataFolder: join(folder, 'data') })
      const counts = { whole: 0, reported: 0, refused: 0 }
      for (let round = 0; round < cases; round++) {
        const state = states[round % states.length]
        restore(folder, state)
        const files = filesUnder(join(folder, 'data')).filter((file) => statSync(file).size > 0)
        // Half of the damage hits the files that matter most.
        const dear = files.filter((file) => /Proof\.(json|journal)$/.test(file))
        const from = random() < 0.5 ? dear : files
        const file = from[Math.floor(random() * from.length)]
        const { what, bytes } = strike(readFileSync(file), random)
        writeFileSync(file, bytes)
        const where = `round ${round}, ${state.name}, ${what} in ${relative(folder, file)}`
        const verdict = await judge(server, state, file, bytes)
        if (verdict in counts) counts[verdict]++
        else if (failed(`${where}: ${verdict}`)) break
      }
      await server.end()
      return `${counts.whole} with nothing missing, ${counts.reported} reported, ${counts.refused} refused in words`
    }),
}

/** A project with a history, killed with changes in its journal or closed. */
async function stateOf(folder, name) {
  rmSync(join(folder, 'data'), { recursive: true, force: true })
  const dataFolder = join(folder, 'data')
  const worker = new Worker('d')
  let server = await start({ dataFolder })
  const made = await server.call('project.create', { title: 'Proof' })
  writeFileSync(join(folder, 'seed.json'), fileOf(projectOf(0.05)))
  worker.at(server, made)
  for (let count = 0; count < 5; count++) await worker.add('before '.repeat(20))
  await server.end()
  server = await start({ dataFolder })
  const opened = await server.call('project.open', { path: made.path })
  worker.at(server, opened)
  for (let count = 0; count < 12; count++) await worker.add('after '.repeat(30))
  await server.end(name === 'killed' ? 'SIGKILL' : 'SIGTERM')
  cpSync(dataFolder, join(folder, name), { recursive: true, preserveTimestamps: true })
  return { name, path: made.path, worker }
}

function restore(folder, { name }) {
  rmSync(join(folder, 'data'), { recursive: true, force: true })
  cpSync(join(folder, name), join(folder, 'data'), { recursive: true, preserveTimestamps: true })
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

function strike(bytes, random) {
  const at = Math.floor(random() * bytes.length)
  const kind = random()
  if (kind < 0.5) {
    const bit = Math.floor(random() * 8)
    const flipped = Buffer.from(bytes)
    flipped[at] ^= 1 << bit
    return { what: `bit ${bit} of byte ${at} flipped`, bytes: flipped }
  }
  if (kind < 0.7) return { what: `cut at ${at}`, bytes: bytes.subarray(0, at) }
  if (kind < 0.8) {
    // The ending stays, so that only a count can tell.
    const end = bytes.toString('latin1').match(/\n*$/)[0]
    const before = bytes.lastIndexOf('\n', bytes.length - end.length - 1) + 1
    return {
      what: 'last line removed',
      bytes: Buffer.concat([bytes.subarray(0, Math.max(0, before - 1)), Buffer.from(end)]),
    }
  }
  const zeroed = Buffer.from(bytes)
  const page = Math.floor(at / 4096) * 4096
  zeroed.fill(0, page, Math.min(bytes.length, page + 4096))
  return { what: `page at ${page} zeroed`, bytes: zeroed }
}

/** Returns `whole`, `reported` or `refused`; anything else describes a fault. */
async function judge(server, { path, worker }, file, bytes) {
  let opened
  try {
    opened = await server.call('project.open', { path })
  } catch (error) {
    if (error.code === undefined || error.code === 'internal') return `no answer in words: ${error.message}`
    return existsSync(file) && readFileSync(file).equals(bytes)
      ? 'refused'
      : `refused, but the file was changed`
  }
  const lost = worker.lost(opened)
  const reported = opened.messages.length > 0
  const kept = opened.messages.join(' ').match(/“[^”]*\(damaged [^”]*”/g) ?? []
  await server.call('project.close', { key: opened.key })
  if (kept.some((name) => !existsSync(name.slice(1, -1))))
    return 'what was damaged is not kept where the message says'
  if (lost.length === 0) return 'whole'
  if (reported && kept.length === 0) return `${lost.length} changes are missing, and nothing damaged is kept`
  if (
    /nothing is missing|none of them is missing|all saved changes are here/i.test(opened.messages.join(' '))
  )
    return `${lost.length} changes are missing, and a message denies it: ${opened.messages.join(' ')}`
  return reported ? 'reported' : `${lost.length} changes are missing, and no message says so`
}
