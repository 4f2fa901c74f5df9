import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endToEndResults, reliabilityResults, unitResults } from './results.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'counterpoint-test-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name, report) => writeFileSync(join(folder, name), JSON.stringify(report))

test('a failed unit test is named with its file and the first line of its error', () => {
  const failed = { status: 'failed', fullName: 'two is three', failureMessages: ['Error: no\n at a.ts:1'] }
  const assertionResults = [{ status: 'passed', fullName: 'one', failureMessages: [] }, failed]
  write('unit.json', {
    numPassedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find b.ts', assertionResults: [] },
    ],
  })
  expect(unitResults(folder)).toEqual({
    passed: 1,
    failures: ['a.test.ts: two is three: Error: no', 'b.test.ts: could not be loaded: Cannot find b.ts'],
  })
})

test('a failed end-to-end test is named with its edition, also in a nested suite, and without colours', () => {
  const results = [{ errors: [{ message: '\u001b[31mTimeout\u001b[39m\nwaiting for …' }] }]
  const tests = [
    { projectName: 'browser', status: 'expected', results: [] },
    { projectName: 'electron', status: 'unexpected', results },
  ]
  const suite = { specs: [], suites: [{ specs: [{ file: 'maps.spec.ts', title: 'a map opens', tests }] }] }
  write('e2e.json', { stats: { expected: 1, flaky: 1, unexpected: 1 }, errors: [], suites: [suite] })
  expect(endToEndResults(folder)).toEqual({
    passed: 2,
    failures: ['e2e/maps.spec.ts: a map opens (electron): Timeout'],
  })
})

test('a report that was not written has no results', () => {
  const none = { passed: 0, failures: [] }
  for (const resultsIn of [unitResults, endToEndResults, reliabilityResults])
    expect(resultsIn(folder)).toEqual(none)
})
