import { isObject } from '../../../records/record'
import { UnreadableError } from '../../import/format'
import type { IncomingClaim, IncomingFile, IncomingMap, IncomingStep } from '../incoming'
import { idOf, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'

type Raw = Record<string, unknown>

const KINDS: Readonly<Record<string, IncomingStep['kind']>> = {
  supporting: 'support',
  reasons: 'support',
  opposing: 'attack',
}

/** Reads a map of MindMup. A group of an argument map is one step from its ideas to the idea above. */
export function readMindmup({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const whole = jsonIn(text)
  if (!isObject(whole)) throw new UnreadableError('It is no map of MindMup.')
  const losses = new LossList()
  const claims: IncomingClaim[] = []
  const steps: IncomingStep[] = []
  const open: { idea: Raw; above: string | undefined }[] = [{ idea: whole, above: undefined }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { idea, above } = next
    const id = idOf(idea['id']) || `idea ${claims.length + 1}`
    const kind = kindOf(idea)
    const children = ideasIn(idea)
    const isFrame = idea === whole && textIn(idea['title']).trim() === '' && children.length > 0
    if (kind && above !== undefined) {
      const target = { type: 'claim' as const, id: above }
      steps.push({ id, kind, premises: children.map((child) => idOf(child['id'])), target })
    } else if (!isFrame) {
      claims.push({ id, text: textIn(idea['title']), note: noteOf(idea) })
      if (above !== undefined)
        losses.name(
          'edge:outline',
          id,
          'Topics under another: the outline does not say whether they are reasons for it',
        )
    }
    for (const child of [...children].reverse())
      open.push({ idea: child, above: isFrame || (kind && above !== undefined) ? undefined : id })
  }
  return {
    format: 'mindmup',
    name: textIn(whole['title']).trim().slice(0, 100) || fileName.replace(/\.[^.]*$/, ''),
    claims,
    steps,
    sources: [],
    groups: [],
    losses: losses.lines(),
  }
}

function kindOf({ attr }: Raw): IncomingStep['kind'] | undefined {
  const group = isObject(attr) ? textIn(attr['group']) : ''
  return Object.hasOwn(KINDS, group) ? KINDS[group] : undefined
}

function noteOf({ attr }: Raw): string {
  const note = isObject(attr) ? attr['note'] : undefined
  return isObject(note) ? textIn(note['text']) : textIn(note)
}

/** The ideas under an idea, in their order: their keys are numbers, those on the left are negative. */
const ideasIn = ({ ideas }: Raw): Raw[] =>
  isObject(ideas)
    ? Object.entries(ideas)
        .sort(([a], [b]) => Number(a) - Number(b))
        .flatMap(([, idea]) => (isObject(idea) ? [idea] : []))
    : []
