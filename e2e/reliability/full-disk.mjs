import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { swallowsErrors } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, Worker } from './work.mjs'

/**
 * A small disk that fills up at random: the user is told within two seconds, work continues, and no saved change is
 * lost.
 */
export const fullDisk = {
  name: 'full-disk',
  title: 'a full disk, at random levels',
  cases: { short: 8, long: 200 },
  controls: { 'takes a failed write for a good one': swallowsErrors },
  missing: () => {
    if (process.platform !== 'linux' || process.getuid() !== 0) return 'only root may mount a small disk'
    try {
      execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
      return undefined
    } catch {
      return 'no small disk can be mounted here'
    }
  },
  run: ({ out, cases, random, failed, isLong }) =>
    inFolder(async (folder) => {
      const disk = join(folder, 'disk')
      mkdirSync(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk])
      try {
        return await fill({ out, cases, random, failed, isLong, folder, disk })
      } finally {
        execFileSync('umount', ['--lazy', disk])
      }
    }),
}

async function fill({ out, cases, random, failed, isLong, folder, disk }) {
  const path = join(disk, 'Proof.json')
  const ballast = join(disk, 'ballast')
  writeFileSync(path, fileOf(projectOf(0.4)))
  const worker = new Worker('f')
  let refusals = 0
  for (let round = 0; round < cases; round++) {
    const say = (what) => failed(`round ${round}: ${what}`)
    const server = await start({ out, dataFolder: join(folder, 'data'), open: path })
    const opened = await server
      .call('project.open', { path })
      .catch((error) => void say(`it does not open: ${error.message}`))
    if (!opened) return server.end('SIGKILL')
    if (worker.lost(opened).length > 0 && say(`${worker.lost(opened).length} changes called saved are lost`))
      return server.end('SIGKILL')
    worker.at(server, opened)
    await worker.add()
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - Math.floor(random() * 40_000))))
    for (let count = 0, refused = 0; count < 60 && refused < 3; count++) {
      const began = performance.now()
      const error = await worker.add('y'.repeat(3000)).then(
        () => undefined,
        (reason) => reason,
      )
      if (!error) continue
      refused++
      if (error.code !== 'not-saved' || !/disk is full/.test(error.message)) say(`it says “${error.message}”`)
      // The short form runs beside other work, which may take longer than that.
      if (isLong && performance.now() - began > 2000) say('it took longer than two seconds to say so')
    }
    refusals++
    if (random() < 0.3) await server.end('SIGKILL')
    rmSync(ballast)
    if (server.child.exitCode === null && server.child.signalCode === null) {
      await worker
        .add('when there is room again')
        .catch((error) => say(`it does not recover: ${error.message}`))
      await server.end()
      // A journal whose last line the full disk cut off is kept.
      const isKept = (name) => name === 'Proof.json' || name.includes(' (damaged ')
      const left = readdirSync(disk).filter((name) => !isKept(name))
      if (left.length > 0) say(`${left.join(', ')} is left on the disk`)
    }
  }
  return `${worker.acknowledged.size} changes called saved, the disk full ${refusals} times`
}
