/**
 * `npm test`: every check of Counterpoint. It installs missing packages, checks types and style, builds, and runs
 * every test. The last line is `N passed, N failed`; each check counts as one. `--long`: also the page's specs in
 * Electron, longer reliability tests, and property tests with cases drawn anew.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureStrace } from './ensure-strace.mjs'
import { countEndToEnd, countReliability, countUnit } from './results.mjs'
import { root, runQuietly } from './run.mjs'

await ensureDependencies()
const hasChromium = await ensureChromium()
await ensureStrace()

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results)

const isLong = process.argv.includes('--long')
if (isLong) process.env.COUNTERPOINT_DRAW = 'anew'
const editions = ['browser', 'electron', ...(isLong ? ['electron-page'] : [])]
const total = { passed: 0, failed: 0 }
const failures = []

// Two lanes take these in order. The end-to-end tests start as early as they can: they take longest and often wait, and
// the other lane uses that time.
const build = { title: 'Build', tool: 'electron-vite', args: ['build', '--logLevel', 'warn'] }
const queue = [
  build,
  { title: 'Lint', tool: 'eslint', args: ['.'] },
  {
    title: 'End-to-end tests',
    tool: 'playwright',
    args: ['test', ...editions.map((each) => `--project=${each}`)],
    count: countEndToEnd,
    canRun: async () => (await build.done) && hasChromium,
  },
  {
    title: 'Types in components',
    tool: 'svelte-check',
    args: ['--tsconfig', 'src-renderer/tsconfig.json', '--fail-on-warnings'],
  },
  { title: 'Promises', tool: 'oxlint', args: ['--type-aware'] },
  { title: 'Types', tool: process.execPath, args: ['node_modules/typescript-7/bin/tsc', '-b'] },
  {
    title: 'Unit tests',
    tool: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    count: countUnit,
  },
  {
    title: 'Reliability',
    tool: process.execPath,
    args: ['e2e/reliability/main.mjs', ...(isLong ? ['--long'] : [])],
    count: countReliability,
    canRun: () => build.done,
  },
  {
    title: 'Packages',
    tool: process.execPath,
    args: ['e2e/packages/main.mjs'],
    canRun: () => build.done,
  },
  { title: 'Format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { title: 'Unused code', tool: 'knip', args: [] },
]
await Promise.all([runLane(), runLane()])

if (failures.length > 0) console.log(`\nNot good: ${failures.join(', ')}.`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)

async function runLane() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    next.done = runPart(next)
    await next.done
  }
}

/** Runs a part, prints its time and output in one piece, and adds its counts. Returns whether it passed. */
async function runPart({ title, tool, args, count, canRun }) {
  if (canRun && !(await canRun())) {
    add(title, { passed: 0, failed: 1 })
    return false
  }
  console.log(`Started: ${title}`)
  const started = Date.now()
  const { code, output } = await runQuietly(...commandOf(tool, args))
  const heading = `${title}: ${Math.round((Date.now() - started) / 1000)} s`
  console.log(`\n── ${heading} ${'─'.repeat(Math.max(0, 76 - heading.length))}\n${output}`)
  add(title, counted(code === 0, count))
  return code === 0
}

/** What a part adds to the total. A failure of a suite without a named test counts as one failed test. */
function counted(isGood, count) {
  const { passed, failed } = count?.(results) ?? { passed: isGood ? 1 : 0, failed: 0 }
  return { passed, failed: !isGood && failed === 0 ? 1 : failed }
}

/** What `runQuietly` takes to run a tool of the repository, or Node. */
function commandOf(tool, args) {
  if (tool === process.execPath) return [tool, args]
  const isWindows = process.platform === 'win32'
  const name = isWindows ? `${tool}.cmd` : tool
  return [join(root, 'node_modules', '.bin', name), args, { shell: isWindows }]
}

function add(title, { passed, failed }) {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(title)
}
