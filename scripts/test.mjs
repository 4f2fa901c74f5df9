/**
 * `npm test`: every check of Counterpoint. It installs missing packages, checks types and style, builds, and runs
 * every test. The last line is `N passed, N failed`; each check counts as one. `--long`: also the page's specs in
 * Electron, and longer reliability tests.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureStrace } from './ensure-strace.mjs'
import { countEndToEnd, countReliability, countUnit } from './results.mjs'
import { root, run, runQuietly } from './run.mjs'

await ensureDependencies()
const hasChromium = await ensureChromium()
await ensureStrace()

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results)

const total = { passed: 0, failed: 0 }
const failures = []

// The first takes longest.
const checks = [
  ['Lint', 'eslint', ['.']],
  ['Types in components', 'svelte-check', ['--tsconfig', 'src-renderer/tsconfig.json', '--fail-on-warnings']],
  ['Types', 'tsc', ['-b']],
  ['Build', 'electron-vite', ['build', '--logLevel', 'warn']],
  ['Format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['Unused code', 'knip', []],
]
const built = (await runChecks(checks)).get('Build')
await suite('Unit tests', countUnit, 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
])
const long = process.argv.includes('--long')
if (built)
  await suite('Reliability', countReliability, process.execPath, [
    'e2e/reliability/main.mjs',
    ...(long ? ['--long'] : []),
  ])
else add('Reliability', { passed: 0, failed: 1 })
const editions = ['browser', 'electron', ...(long ? ['electron-page'] : [])]
if (built && hasChromium)
  await suite('End-to-end tests', countEndToEnd, 'playwright', [
    'test',
    ...editions.map((each) => `--project=${each}`),
  ])
else add('End-to-end tests', { passed: 0, failed: 1 })

if (failures.length > 0) console.log(`\nNot good: ${failures.join(', ')}.`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)

/** Runs checks that pass or fail, two at a time: each keeps one core busy. Answers whether each passed, by its title. */
async function runChecks(waiting) {
  const passed = new Map()
  const queue = [...waiting]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [title, tool, args] = next
      const { code, output } = await runQuietly(...commandOf(tool, args))
      heading(title)
      process.stdout.write(output)
      passed.set(title, code === 0)
      add(title, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
    }
  }
  await Promise.all([lane(), lane()])
  return passed
}

/** A suite that counts its own tests. A failure without a named test counts as one failed test. */
async function suite(title, count, tool, args) {
  const code = await runTool(title, tool, args)
  const { passed, failed } = count(results)
  add(title, { passed, failed: code !== 0 && failed === 0 ? 1 : failed })
}

function runTool(title, tool, args) {
  heading(title)
  return run(...commandOf(tool, args))
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`)
}

/** What `run` takes to run a tool of the repository, or Node. */
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
