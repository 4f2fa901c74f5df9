import { schemeNamed } from '../../vocabulary/argumentation-schemes'

/** A scheme as AIF databases name it, with its id there where all agree on it, and the names that are also read. */
interface SchemeName {
  readonly name: string
  readonly id?: string
  readonly also?: readonly string[]
}

/**
 * The names of argumentation schemes in AIF databases, by those of `vocabulary/argumentation-schemes.ts`. The names are
 * those of Walton, Reed and Macagno (2008).
 */
const NAMES: Readonly<Record<string, SchemeName>> = {
  'expert-opinion': { name: 'Expert Opinion', id: '15', also: ['authority'] },
  witness: { name: 'Witness Testimony', also: ['perception', 'memory'] },
  'position-to-know': { name: 'Position To Know' },
  example: { name: 'Example', id: '14', also: ['exa'] },
  analogy: { name: 'Analogy', id: '1', also: ['practical reasoning from analogy'] },
  precedent: { name: 'Precedent', also: ['exceptional case'] },
  sign: { name: 'Sign', id: '30' },
  'cause-to-effect': { name: 'Cause To Effect', also: ['efficient cause'] },
  'effect-to-cause': { name: 'Effect To Cause' },
  correlation: { name: 'Correlation To Cause', id: '7' },
  'best-explanation': { name: 'Abductive', also: ['best explanation'] },
  'evidence-to-hypothesis': { name: 'Evidence To Hypothesis', id: '13', also: ['verification'] },
  falsification: { name: 'Falsification Of Hypothesis' },
  'lack-of-evidence': { name: 'Ignorance', also: ['epistemic ignorance', 'lack of evidence'] },
  consequences: {
    name: 'Consequences',
    id: '237',
    also: ['positive consequences', 'negative consequences', 'danger appeal', 'fear appeal', 'threat'],
  },
  'practical-reasoning': {
    name: 'Practical Reasoning',
    also: ['two-person practical reasoning', 'pragmatic alternatives'],
  },
  motive: { name: 'Motive' },
  commitment: { name: 'Commitment' },
  inconsistency: {
    name: 'Inconsistent Commitment',
    also: ['pragmatic inconsistency', 'circumstantial ad hominem'],
  },
  'popular-opinion': { name: 'Popular Opinion' },
  'popular-practice': { name: 'Popular Practice' },
  classification: { name: 'Verbal Classification', id: '31', also: ['definition to verbal classification'] },
  rule: { name: 'Established Rule', also: ['rules', 'constitutive rule claims'] },
  'slippery-slope': {
    name: 'Slippery Slope',
    also: [
      'causal slippery slope',
      'precedent slippery slope',
      'verbal slippery slope',
      'full slippery slope',
    ],
  },
  waste: { name: 'Waste', also: ['sunk costs'] },
  composition: { name: 'Composition', also: ['division', 'the group and its members'] },
  bias: { name: 'Bias', also: ['bias ad hominem', 'generic ad hominem', 'direct ad hominem', 'ad hominem'] },
}

/** Letters only, without the words that some databases put around a name. */
const bare = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word, at, words) => !IDLE.has(word) && !(word === 'to' && words[at + 1] === 'a'))
    .join('')

const IDLE = new Set(['argument', 'from', 'argumentation', 'the', 'a'])

const byName = new Map(
  Object.entries(NAMES).flatMap(([scheme, { name, also = [] }]) =>
    [scheme, name, ...also].map((each) => [bare(each), scheme] as const),
  ),
)

/** The scheme that a name of another program means: one of ours, or the name as it came; empty for none. */
export function schemeFrom(name: string): string {
  const clean = name.replace(/\s+/g, ' ').trim()
  if (clean === '' || /^default\b|^[rc]a$/i.test(clean)) return ''
  return byName.get(bare(clean)) ?? clean
}

/** The name of a scheme for other programs, and its id in AIF databases where it has one. */
export function schemeFor(scheme: string): { readonly name: string; readonly id?: string } {
  const known = Object.hasOwn(NAMES, scheme) ? NAMES[scheme] : undefined
  return known ?? { name: schemeNamed(scheme)?.title ?? scheme }
}
