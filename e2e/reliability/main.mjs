import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenCopy } from './control.mjs'
import { OUT } from './counterpoint.mjs'
import { damage } from './damage.mjs'
import { exports } from './exports.mjs'
import { fullDisk } from './full-disk.mjs'
import { instances } from './instances.mjs'
import { kill } from './kill.mjs'
import { machines } from './machines.mjs'
import { outside } from './outside.mjs'
import { power } from './power.mjs'
import { soak } from './soak.mjs'
import { speed } from './speed.mjs'
import { syscalls } from './syscalls.mjs'
import { randomOf } from './work.mjs'

// `npm run reliability -- [--long] [--seed N] [--cases N] [names…]`: no saved change is lost. See
// docs/reliability.md.
const HARNESSES = [
  kill,
  damage,
  fullDisk,
  instances,
  machines,
  outside,
  syscalls,
  power,
  exports,
  soak,
  speed,
]
/** The number of harnesses that run at a time. */
const AT_ONCE = 2
const MOST_TOLD = 5

const args = process.argv.slice(2)
const isLong = args.includes('--long')
const numberOf = (name) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined)
const seed = numberOf('--seed') ?? Date.now() % 1_000_000
const named = args.filter((each) => /^[a-z]/.test(each))
const chosen = HARNESSES.filter(({ name, onlyLong }) =>
  named.length > 0 ? named.includes(name) : isLong || !onlyLong,
)

const results = join(OUT, '..', 'test-results')
rmSync(join(results, 'reliability'), { recursive: true, force: true })
mkdirSync(results, { recursive: true })
console.log(`Seed ${seed}, ${isLong ? 'long' : 'short'} form.`)

const total = { passed: 0, notRun: 0, failures: [] }
const waiting = [...chosen]
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await prove(next)
  }),
)
writeFileSync(join(results, 'reliability.json'), JSON.stringify(total))
console.log(`${total.passed} passed, ${total.failures.length} failed, ${total.notRun} not run`)
process.exit(total.failures.length > 0 ? 1 : 0)

/**
 * Runs a harness on the app, where nothing may fail, and on each control, where something must fail: after more cases, if
 * the harness has a number of them for controls. It stops at the first fault.
 */
async function prove(harness) {
  const missing = harness.missing?.()
  if (missing) {
    total.notRun++
    console.log(`—  ${harness.title}: not run, ${missing}`)
    return
  }
  const began = performance.now()
  const cases = numberOf('--cases') ?? harness.cases[isLong ? 'long' : 'short']
  const app = await judged(harness, OUT, cases, MOST_TOLD)
  tell(
    app.failures.length === 0,
    `${harness.title}: ${cases} cases, ${app.summary ?? ''}`,
    app.failures,
    began,
  )
  for (const [name, changes] of Object.entries(harness.controls)) {
    const start = performance.now()
    const out = brokenCopy(`${harness.name} ${name}`.replaceAll(' ', '-'), changes)
    const most = Math.max(cases, harness.cases.control ?? harness.cases.short)
    const { failures } = await judged(harness, out, most, 1)
    tell(
      failures.length > 0,
      `control “${name}” is found out: ${failures[0] ?? 'nothing was found'}`,
      [],
      start,
    )
  }
}

/** Runs a harness; its `failed` records a fault and returns whether to stop. */
async function judged(harness, out, cases, most) {
  const failures = []
  const failed = (what) => failures.push(what) >= most
  const random = randomOf(seed)
  try {
    return { summary: await harness.run({ out, cases, random, failed, isLong }), failures }
  } catch (error) {
    return { failures: [...failures, `${error.stack}`], broke: error.message }
  }
}

function tell(good, words, failures, began) {
  if (good) total.passed++
  else total.failures.push([words, ...failures.slice(0, 1)].join(': '))
  console.log(`${good ? '✓' : '✘'}  ${words} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  for (const failure of failures) console.log(`     ${failure}`)
}
