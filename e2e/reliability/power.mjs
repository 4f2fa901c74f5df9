import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { neverSyncs } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, sleep, Worker } from './work.mjs'

/** The file systems, with the size of the disk image in megabytes. XFS makes none smaller. */
const SYSTEMS = [
  { name: 'ext4', make: ['mkfs.ext4', '-q', '-F'], megabytes: 64 },
  { name: 'xfs', make: ['mkfs.xfs', '-q', '-f'], megabytes: 320 },
]

/**
 * Cuts the power of a disk: from then on nothing reaches it, not even what the system has in memory. ext4 and XFS have this
 * ioctl for tests (FS_IOC_SHUTDOWN, XFS_IOC_GOINGDOWN) with the same number; 2 keeps the log from being written.
 */
const CUT =
  'open my $disk, "<", $ARGV[0] or die $!; my $how = pack("L", 2); ioctl($disk, 0x8004587D, $how) or die $!'

/** Cuts per disk before a new one begins: each change makes the project larger. */
const ROUNDS = 25

const mounted = (image, disk) => execFileSync('mount', ['-o', 'loop', image, disk], { stdio: 'pipe' })

/** Unmounts a disk, also if the system still ends the writing of a killed process. */
async function unmount(disk) {
  for (let tried = 0; ; tried++) {
    try {
      return execFileSync('umount', [disk], { stdio: 'pipe' })
    } catch (error) {
      if (tried === 50) throw error
      await sleep(100)
    }
  }
}

/** Makes a disk in a folder and calls `work` with its image and the place where it is mounted. */
async function onDisk(folder, { name, make, megabytes }, work) {
  const [image, disk] = [join(folder, `${name}.img`), join(folder, name)]
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  mkdirSync(disk, { recursive: true })
  const [program, ...args] = make
  execFileSync(program, [...args, image], { stdio: 'pipe' })
  mounted(image, disk)
  try {
    return await work(image, disk)
  } finally {
    await unmount(disk).catch(() => execFileSync('umount', ['--lazy', disk]))
    rmSync(image)
  }
}

/** Why a file system cannot be used here; undefined if it can. */
function whyNot(system) {
  const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
  const [image, disk] = [join(folder, 'image'), join(folder, 'disk')]
  try {
    writeFileSync(image, '')
    truncateSync(image, system.megabytes * 1024 * 1024)
    mkdirSync(disk)
    const [program, ...args] = system.make
    execFileSync(program, [...args, image], { stdio: 'pipe' })
    mounted(image, disk)
    try {
      execFileSync('perl', ['-e', CUT, disk], { stdio: 'pipe' })
    } finally {
      execFileSync('umount', [disk])
    }
    return undefined
  } catch (error) {
    return error.code === 'ENOENT'
      ? `${error.path} is not installed`
      : `no ${system.name} disk can be cut here`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const usable = () => SYSTEMS.filter((system) => !whyNot(system))

/** Cuts the power at random moments, on disks of their own. */
export const power = {
  name: 'power',
  title: 'power cuts on ext4 and XFS',
  // On a slow machine, all that was saved before a cut may be in a file that was just written and synced.
  cases: { short: 2, long: 200, control: 20 },
  controls: { 'syncs nothing': neverSyncs },
  missing: () => {
    if (process.platform !== 'linux' || process.getuid() !== 0) return 'only root may mount a disk'
    return usable().length > 0 ? undefined : SYSTEMS.map(whyNot).join(', ')
  },
  run: ({ out, cases, random, failed }) =>
    inFolder(async (folder) => {
      const systems = usable()
      const counted = Object.fromEntries(systems.map(({ name }) => [name, 0]))
      for (let first = 0, turn = 0; first < cases; turn++) {
        const system = systems[turn % systems.length]
        const rounds = Math.min(ROUNDS, Math.ceil(cases / systems.length), cases - first)
        const found = await onDisk(folder, system, (image, disk) =>
          cutAgain({
            out,
            folder,
            image,
            disk,
            rounds,
            random,
            failed: (what) => failed(`${system.name}: ${what}`),
          }),
        )
        counted[system.name] += found.counted
        if (found.enough) break
        first += rounds
      }
      const missing = SYSTEMS.filter(({ name }) => !(name in counted)).map(({ name }) => `, ${name} not run`)
      return (
        Object.entries(counted)
          .map(([name, count]) => `${count} changes called saved on ${name}`)
          .join(', ') + missing.join('')
      )
    }),
}

/** Cuts the power of a disk repeatedly. The data folder, with the history, is on the same disk. */
async function cutAgain({ out, image, disk, rounds, random, failed }) {
  const [path, dataFolder] = [join(disk, 'Proof.json'), join(disk, 'data')]
  writeFileSync(path, fileOf(projectOf(0.2)))
  execFileSync('sync', ['-f', disk])
  const worker = new Worker('p')
  const check = async (server, round) => {
    const opened = await server.call('project.open', { path }).catch((error) => {
      failed(`cut ${round}: it does not open: ${error.message}`)
    })
    const lost = opened ? worker.lost(opened) : []
    const isEnough =
      lost.length > 0 && failed(`cut ${round}: ${lost.length} saved changes are lost, ${lost[0]} first`)
    return { opened, isEnough: !opened || isEnough }
  }
  for (let round = 0; round < rounds; round++) {
    const server = await start({ out, dataFolder, open: path })
    const { opened, isEnough } = await check(server, round)
    if (isEnough) {
      await server.end('SIGKILL')
      return { counted: worker.acknowledged.size, enough: true }
    }
    worker.at(server, opened)
    // Some cuts come while the file is written in its thread, and some while the app ends.
    const wait = random() < 0.5 ? random() * 300 : 900 + random() * 600
    const isClosing = random() < 0.3
    let saved = worker.acknowledged
    const before = saved.size
    const cutting = sleep(wait).then(async () => {
      // On a busy machine nothing may have been saved by then, and the cut would prove nothing.
      while (worker.acknowledged.size === before && server.child.exitCode === null) await sleep(20)
      if (isClosing) {
        server.child.kill('SIGTERM')
        await sleep(random() * 60)
      }
      // After a real cut nobody hears an answer. Here the system still gives some for a moment, also wrong ones.
      saved = new Map(worker.acknowledged)
      execFileSync('perl', ['-e', CUT, disk])
      await server.end('SIGKILL')
    })
    while (server.child.exitCode === null && server.child.signalCode === null) {
      const isSaved = await worker.add('x'.repeat(Math.floor(random() ** 4 * 9000))).then(
        () => true,
        () => false,
      )
      if (!isSaved) break
    }
    await cutting
    worker.acknowledged = saved
    await unmount(disk)
    mounted(image, disk)
  }
  const server = await start({ out, dataFolder, open: path })
  const { isEnough } = await check(server, rounds)
  await server.end('SIGKILL')
  return { counted: worker.acknowledged.size, enough: isEnough }
}
