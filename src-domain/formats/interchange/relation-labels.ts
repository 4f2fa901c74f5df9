import type { IncomingStep } from './incoming'

const KINDS: Readonly<Record<IncomingStep['kind'], readonly string[]>> = {
  support: ['supports', 'support', 'pro', 'for', 'because', 'evidence for', 'backs'],
  attack: ['attacks', 'attack', 'against', 'con', 'rebuts', 'objects to', 'but', 'undercuts'],
  contradict: ['contradicts', 'vs', 'vs.'],
}

const byLabel = new Map(
  Object.entries(KINDS).flatMap(([kind, labels]) =>
    labels.map((label) => [label, kind as IncomingStep['kind']] as const),
  ),
)

/** The kind of relation that the label of an arrow says, with its strength if it says one; undefined if it says neither. */
export function kindOfLabel(label: string): { kind: IncomingStep['kind']; strength: string } | undefined {
  const [, words = '', strength = ''] = /^\s*(.*?)\s*(?:\((weak|moderate|strong)\))?\s*$/is.exec(label) ?? []
  const kind = byLabel.get(words.toLowerCase().replace(/\s+/g, ' '))
  return kind && { kind, strength: strength.toLowerCase() }
}
