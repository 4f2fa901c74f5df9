import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'
import type { AnyCommand } from './command'
import type { ViewContext } from './context'
import { COMMANDS, runCommand } from './registry'

const project = withSecondPassage(sampleProject())
const one = (table: ReadonlyMap<string, unknown>) => fc.constantFrom(...table.keys())
const none = fc.constant(undefined)

/** The project with two passages of one claim. */
function withSecondPassage(sample: Project): Project {
  const { claim, source } = [...sample.excerpts.values()][0]!
  const result = runCommand(sample, 'excerpt.add', { claim, source, start: 5, end: 12 }, testEnv('second'))
  const applied = 'patch' in result && applyPatch(sample, result.patch)
  if (!applied || 'conflict' in applied) throw new Error('the passage was not added')
  return applied.project
}

/** Every combination of things that can be selected and shown. */
const context: fc.Arbitrary<ViewContext> = fc.record({
  project: fc.constant(project),
  passage: fc.oneof(
    none,
    one(project.sources).map((source) => ({ source, start: 3, end: 20 })),
  ),
  claims: fc.uniqueArray(one(project.claims), { maxLength: 3 }),
  relation: fc.oneof(none, one(project.relations)),
  excerpt: fc.oneof(none, one(project.excerpts)),
  tag: fc.oneof(none, fc.constant('energy')),
  sources: fc.uniqueArray(one(project.sources), { maxLength: 2 }),
  map: fc.oneof(none, one(project.maps)),
  mapCentre: fc.oneof(
    none,
    fc.record({ x: fc.double({ noNaN: true, min: -1e6, max: 1e6 }), y: fc.constant(0) }),
  ),
})

const offered: AnyCommand[] = COMMANDS.filter((each: AnyCommand) => each.from)

test.each(offered)(
  'the input that $name takes from the view is valid, and running it never throws',
  (command) => {
    fc.assert(
      fc.property(context, fc.constantFrom(undefined, '1', '5', '9'), (shown, key) => {
        const input = command.from!(shown, key)
        if (input === undefined) return
        expect(v.is(command.input, input)).toBe(true)
        expect(runCommand(project, command.name, input, testEnv())).toBeTypeOf('object')
      }),
    )
  },
)

test.each(offered)('$name applies to something that can be selected or shown', (command) => {
  const shown = fc.sample(context, { numRuns: 2000, seed: 1 })
  expect(shown.some((each) => command.from!(each, command.keys?.[0]) !== undefined)).toBe(true)
})

test('every command with a key or a menu has a source for its input', () => {
  for (const command of COMMANDS as readonly AnyCommand[]) {
    if (command.keys || command.menu) expect(command.from, command.name).toBeDefined()
  }
})

test('P10 command names are unique, and no other name is accepted', () => {
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length)
  for (const name of ['', '__proto__', 'toString']) {
    expect(() => runCommand(project, name, {}, testEnv())).toThrow(`no command ${name}`)
  }
})
