import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many tests passed and failed, as vitest's report says. A file that could not be loaded counts as one that failed. */
export function countUnit(folder) {
  const report = read(join(folder, 'unit.json'))
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = report
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed, failed: numFailedTests + unloaded.length }
}

/** How many tests passed and failed, as Playwright's report says. One that passed at the second try has passed. */
export function countEndToEnd(folder) {
  const { stats = {}, errors = [] } = read(join(folder, 'e2e.json'))
  const { expected = 0, flaky = 0, unexpected = 0 } = stats
  return { passed: expected + flaky, failed: unexpected + errors.length }
}

/** How many harnesses and controls passed and failed. One that this machine cannot run counts as neither. */
export function countReliability(folder) {
  const { passed = 0, failed = 0 } = read(join(folder, 'reliability.json'))
  return { passed, failed }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
