/**
 * `npm test`: every check of Counterpoint. It installs missing packages, checks types and style, builds, and runs
 * every test. It ends with each failure in a line and `N passed, N failed`; each check counts as one. `--long`: also
 * the page's specs in Electron, longer reliability tests, and property tests with cases drawn anew.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureStrace } from './ensure-strace.mjs'
import { endToEndResults, reliabilityResults, unitResults } from './results.mjs'
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
let passed = 0
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
    resultsIn: endToEndResults,
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
    resultsIn: unitResults,
  },
  {
    title: 'Reliability',
    tool: process.execPath,
    args: ['e2e/reliability/main.mjs', ...(isLong ? ['--long'] : [])],
    resultsIn: reliabilityResults,
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

if (failures.length > 0) console.log(['\nNot good:', ...failures].join('\n  '))
process.exitCode = failures.length > 0 ? 1 : 0
console.log(`${passed} passed, ${failures.length} failed`)

async function runLane() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    next.done = runPart(next)
    await next.done
  }
}

/** Runs a part, prints its time and output in one piece, and adds its results. Returns whether it passed. */
async function runPart({ title, tool, args, resultsIn, canRun }) {
  if (canRun && !(await canRun())) {
    failures.push(`${title}: not run, because what it needs is missing`)
    return false
  }
  console.log(`Started: ${title}`)
  const started = Date.now()
  const { code, output } = await runQuietly(...commandOf(tool, args))
  const heading = `${title}: ${Math.round((Date.now() - started) / 1000)} s`
  console.log(`\n── ${heading} ${'─'.repeat(Math.max(0, 76 - heading.length))}\n${output}`)
  add(title, code === 0, resultsIn?.(results))
  return code === 0
}

/** Adds what a part found. A failure of a part without a named test counts as one failed test. */
function add(title, isGood, found = { passed: isGood ? 1 : 0, failures: [] }) {
  passed += found.passed
  failures.push(...found.failures.map((each) => `${title}: ${each}`))
  if (!isGood && found.failures.length === 0) failures.push(`${title}: see its output above`)
}

/** What `runQuietly` takes to run a tool of the repository, or Node. */
function commandOf(tool, args) {
  if (tool === process.execPath) return [tool, args]
  const isWindows = process.platform === 'win32'
  const name = isWindows ? `${tool}.cmd` : tool
  return [join(root, 'node_modules', '.bin', name), args, { shell: isWindows }]
}
