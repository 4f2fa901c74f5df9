import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { neverSyncs, retriesTheSameFile, swallowsErrors } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, sleep, Worker } from './work.mjs'

const FAULTS = [
  'fdatasync:error=EIO',
  'fsync:error=EIO',
  'pwrite64:error=ENOSPC',
  'rename:error=EIO',
  'pwrite64:error=EIO',
]

/**
 * strace counts the calls of each thread separately, so Node gets one thread for files: the second fdatasync of the
 * app is then the second for strace. With Node's four threads, 25 changes were sometimes too few for any call to
 * fail.
 */
const OPTIONS = [
  ...['-E', 'UV_THREADPOOL_SIZE=1'],
  ...['-D', '-f', '--seccomp-bpf', '-y', '-q'],
  ...['-e', 'trace=fdatasync,fsync,pwrite64,rename,close'],
]

/**
 * System calls fail at times. Every change answered as saved must be there and must have been synced, and a file must
 * not be used after a failed sync.
 */
export const syscalls = {
  name: 'syscalls',
  title: 'system calls that fail',
  cases: { short: FAULTS.length, long: 200 },
  controls: {
    'takes a failed write for a good one': swallowsErrors,
    'syncs nothing': neverSyncs,
    'writes on to a file whose sync has failed': retriesTheSameFile,
  },
  missing: () => {
    try {
      execFileSync('strace', ['-qq', '-e', 'inject=fsync:error=EIO', 'true'], { stdio: 'ignore' })
      return undefined
    } catch (error) {
      return error.code === 'ENOENT' ? 'strace is not installed' : 'strace may not trace processes here'
    }
  },
  run: ({ out, cases, random, failed }) =>
    inFolder(async (folder) => {
      let called = 0
      const dataFolder = join(folder, 'data')
      for (let round = 0; round < cases; round++) {
        const fault = FAULTS[round % FAULTS.length]
        const path = join(folder, `Proof ${round}.json`)
        writeFileSync(path, fileOf(projectOf(0.2)))
        const log = join(folder, `${round}.log`)
        const when = `${1 + Math.floor(random() * 3)}+${2 + Math.floor(random() * 4)}`
        const before = ['strace', ...OPTIONS, '-o', log, '-e', `inject=${fault}:when=${when}`]
        const worker = new Worker(`y${round}-`)
        const traced = await start({ out, dataFolder, open: path, before })
        worker.at(traced, await traced.call('project.open', { path }))
        for (let count = 0; count < 25; count++) {
          await worker
            .add()
            .catch((error) => error.code === 'not-saved' || failed(`${fault}: ${error.message}`))
          if (count === 12) await sleep(1300)
        }
        await traced.end('SIGKILL')
        for (const what of wrongIn(await wholeLog(log), worker.acknowledged.size))
          if (failed(`${fault}:when=${when}: ${what}`)) return ''
        const server = await start({ out, dataFolder, open: path })
        const lost = worker.lost(await server.call('project.open', { path }))
        if (lost.length > 0 && failed(`${fault}:when=${when}: ${lost.length} changes called saved are lost`))
          return server.end('SIGKILL')
        await server.end()
        called += worker.acknowledged.size
      }
      return `${called} changes called saved`
    }),
}

/** The trace, once strace has seen the app end: it writes on for a moment after that. */
async function wholeLog(path) {
  for (;;) {
    const log = readFileSync(path, 'utf8')
    const first = /^\d+/.exec(log)?.[0]
    if (new RegExp(`^${first} +\\+{3} (?:killed|exited)`, 'm').test(log)) return log
    await sleep(20)
  }
}

/** Finds faults in the trace: too few syncs for the saved changes, or a file used after its sync failed. */
function wrongIn(log, acknowledged) {
  const wrong = []
  const failedSync = new Set()
  let syncs = 0
  for (const line of log.split('\n')) {
    const [, call, file, rest = ''] = /^\d+ +(\w+)\((\d+<[^>]*\.(?:journal|tmp)>)(.*)$/.exec(line) ?? []
    if (!file) continue
    if (call === 'close') failedSync.delete(file)
    else if (failedSync.has(file)) wrong.push(`${call} of ${file} after its sync has failed`)
    if (!/sync$/.test(call)) continue
    if (/= -1/.test(rest)) failedSync.add(file)
    else syncs++
  }
  if (syncs < acknowledged)
    wrong.push(`${syncs} syncs for ${acknowledged} changes called saved one after the other`)
  return wrong
}
