import fc from 'fast-check'
import type { Project } from '../document/project'
import { INPUTS, type CommandName } from './commands'
import { Draw } from './draw'
import { MATRIX_INPUTS } from './matrix-commands'

/** Texts for inputs: ordinary, pasted and hostile ones. */
const WORDS = [
  'Turkey bought the S-400.',
  'The purchase is hedging, not a bribe.',
  '🧭 emoji 👩‍👩‍👧‍👦 and e\u0301 combined',
  'half a pair \ud83d and the other \udc00 half',
  '\u202eמימין לשמאל\u202c and العربية',
  '<script>alert("1")</script>',
  '"quotes" \\ back\\slashes \t tabs \u2028 and\nlines\r\n',
  '__proto__',
  '   ',
  '',
  'long '.repeat(4000),
  `a${'🧭'.repeat(10_050)}`,
] as const

/** A command to run. Its input is drawn when the project it runs on is known. */
export interface PlannedStep {
  readonly name: CommandName
  readonly input: (project: Project) => unknown
}

/** Commands that add records. They are drawn more often, so that the others have records to work on. */
const FILLING: readonly CommandName[] = [
  'source.add',
  'source.newVersion',
  'excerpt.accept',
  'claim.add',
  'claim.fromSelectionToMap',
  'relation.add',
  'relation.add',
]

const ANY_COMMAND: readonly CommandName[] = [
  ...(Object.keys(INPUTS) as CommandName[]),
  ...FILLING,
  ...FILLING,
]

/** The commands that matrices and scenarios have to survive, and those that fill them. */
export const MATRIX_COMMANDS: readonly CommandName[] = [
  ...(Object.keys(MATRIX_INPUTS) as CommandName[]),
  'row.add',
  'cell.rate',
  'cell.rate',
  'cell.rate',
  'hypothesis.add',
  'scenario.keep',
  'claim.merge',
  'claim.merge',
  'claim.remove',
  'claim.split',
  'relation.remove',
  'relation.add',
  'relation.contradict',
  'source.remove',
  'project.merge',
  'project.merge',
  'project.restore',
]

/**
 * Arbitrary sequences of commands. fast-check shrinks a failing one.
 * @param names the commands to draw from, each as often as it occurs
 */
export const commandSequence = (
  maxLength: number,
  names: readonly CommandName[] = ANY_COMMAND,
): fc.Arbitrary<PlannedStep[]> =>
  fc.array(
    fc
      .record({
        name: fc.constantFrom(...names),
        numbers: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 12, maxLength: 12 }),
        words: fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 30 })), {
          minLength: 3,
          maxLength: 3,
        }),
      })
      .map(({ name, numbers, words }) => ({
        name,
        input: (project: Project) => INPUTS[name](new Draw(project, numbers, words), project),
        toString: () => `${name}(${numbers.join()} ${JSON.stringify(words).slice(0, 200)})`,
      })),
    { maxLength, size: 'max' },
  )
