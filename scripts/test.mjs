/**
 * `npm test`: every check of Counterpoint. It installs missing packages, checks types and style, builds, and runs
 * every test. The last line is `N passed, N failed`; each check counts as one. `--long`: also the page's specs in
 * Electron, and longer reliability tests.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { ensureStrace } from './ensure-strace.mjs'
import { countEndToEnd, countReliability, countUnit } from './results.mjs'
import { root, run } from './run.mjs'

await ensureDependencies()
const hasChromium = await ensureChromium()
await ensureStrace()

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results)

const total = { passed: 0, failed: 0 }
const failures = []

await check('Types', 'tsc', ['-b'])
await check('Types in components', 'svelte-check', [
  '--tsconfig',
  'src-renderer/tsconfig.json',
  '--fail-on-warnings',
])
if (existsSync(join(root, 'eslint.config.js'))) await check('Lint', 'eslint', ['.'])
await check('Format', 'prettier', ['--check', '--log-level', 'warn', '.'])
await check('Unused code', 'knip', [])
const built = await check('Build', 'electron-vite', ['build', '--logLevel', 'warn'])
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

/** A check that passes or fails. */
async function check(title, tool, args) {
  const good = (await runTool(title, tool, args)) === 0
  add(title, good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return good
}

/** A suite that counts its own tests. A failure without a named test counts as one failed test. */
async function suite(title, count, tool, args) {
  const code = await runTool(title, tool, args)
  const { passed, failed } = count(results)
  add(title, { passed, failed: code !== 0 && failed === 0 ? 1 : failed })
}

function runTool(title, tool, args) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`)
  if (tool === process.execPath) return run(tool, args)
  const name = process.platform === 'win32' ? `${tool}.cmd` : tool
  return run(join(root, 'node_modules', '.bin', name), args, { shell: process.platform === 'win32' })
}

function add(title, { passed, failed }) {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(title)
}
