import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * What a report says.
 * @typedef {object} Results
 * @property {number} passed
 * @property {string[]} failures each failed test in one line: its file, its name and the first line of its error
 */

/** The results in vitest's report. A file that cannot be loaded counts as a failed test. @returns {Results} */
export function unitResults(folder) {
  const { numPassedTests: passed = 0, testResults = [] } = read(join(folder, 'unit.json'))
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [failure(name, 'could not be loaded', message)]
      : assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => failure(name, test.fullName, test.failureMessages[0])),
  )
  return { passed, failures }
}

/** The results in Playwright's report. A test that passes on a retry has passed. @returns {Results} */
export function endToEndResults(folder) {
  const { stats = {}, errors = [], suites = [] } = read(join(folder, 'e2e.json'))
  const { expected = 0, flaky = 0 } = stats
  const failures = suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter((test) => test.status === 'unexpected')
        .map(({ projectName, results }) =>
          failure(`e2e/${file}`, `${title} (${projectName})`, results.at(-1)?.errors[0]?.message),
        ),
    )
  return {
    passed: expected + flaky,
    failures: [...failures, ...errors.map(({ message }) => failure('e2e', 'Playwright', message))],
  }
}

/** The results of the harnesses and controls. Those that this machine cannot run are not counted. @returns {Results} */
export function reliabilityResults(folder) {
  const { passed = 0, failures = [] } = read(join(folder, 'reliability.json'))
  return { passed, failures }
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

function failure(file, test, error = '') {
  const [first] = stripVTControlCharacters(error).trim().split('\n')
  return `${file}: ${test}: ${first}`
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
