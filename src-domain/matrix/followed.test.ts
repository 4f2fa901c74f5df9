import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { Builder } from '../testing/build'
import { commandSequence, MATRIX_COMMANDS } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'
import { weighingOf } from '../weighing/weigh'
import { rowsInOrder } from './row-order'
import { matrixTable } from './table'

const tableOf = (project: Project, id: string) =>
  matrixTable(project, weighingOf(project), project.matrices.get(id)!)

/** A matrix of another project: what is kept of the one before is of no use to it. */
function readAnother(): void {
  const builder = new Builder('Another')
  builder.run('matrix.add', { title: 'Why?', hypotheses: [builder.claim('Because')] })
  tableOf(builder.project, [...builder.project.matrices.keys()][0]!)
}

test('a matrix that follows changes is the same as one that is read anew', () => {
  fc.assert(
    fc.property(commandSequence(25, MATRIX_COMMANDS), (steps) => {
      const states: Project[] = [sampleProject()]
      steps.forEach(({ name, input }, i) => {
        const before = states.at(-1)!
        const outcome = runCommand(before, name, input(before), testEnv(`step${i}-`))
        if ('refusal' in outcome) return
        const applied = applyPatch(before, outcome.patch)
        if ('conflict' in applied) throw new Error(applied.conflict)
        states.push(applied.project)
      })
      for (const id of new Set(states.flatMap(({ matrices }) => [...matrices.keys()]))) {
        const there = states.filter(({ matrices }) => matrices.has(id))
        // Undone from the last to the first, too.
        const followed = [...there, ...there.toReversed()].map((state) => tableOf(state, id))
        const anew = there.map((state) => {
          readAnother()
          return tableOf(state, id)
        })
        expect(followed).toEqual([...anew, ...anew.toReversed()])
      }
    }),
    { numRuns: 25 },
  )
})

test('a rating leaves all lines but its own as they are', () => {
  const builder = new Builder('Me')
  const hypotheses = ['Hedging', 'Bribe', 'Pique'].map((text) => builder.claim(text))
  builder.run('matrix.add', { title: 'Why?', hypotheses })
  const matrix = [...builder.project.matrices.keys()][0]!
  for (const text of ['A', 'B', 'C', 'D']) builder.run('row.add', { matrix, what: { text } })
  const row = rowsInOrder(builder.project, matrix)[1]!.id
  for (const rating of ['C', 'II', 'N', 'CC'] as const) {
    const before = tableOf(builder.project, matrix)
    builder.run('cell.rate', { row, hypothesis: hypotheses[0]!, rating })
    const after = tableOf(builder.project, matrix)
    expect(after.lines.map((line, i) => line === before.lines[i])).toEqual([true, false, true, true])
    expect(after.lines[1]!.cells[0]!.rating).toBe(rating)
  }
})
