import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The passed and failed tests in vitest's report. A file that cannot be loaded counts as a failed test. */
export function countUnit(folder) {
  const report = read(join(folder, 'unit.json'))
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = report
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed, failed: numFailedTests + unloaded.length }
}

/** The passed and failed tests in Playwright's report. A test that passes on a retry has passed. */
export function countEndToEnd(folder) {
  const { stats = {}, errors = [] } = read(join(folder, 'e2e.json'))
  const { expected = 0, flaky = 0, unexpected = 0 } = stats
  return { passed: expected + flaky, failed: unexpected + errors.length }
}

/** The passed and failed harnesses and controls. Those that this machine cannot run are not counted. */
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
