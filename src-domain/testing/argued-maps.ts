import type { Project } from '../document/project'
import { Builder } from './build'

/** Wordings of 8 to 25 words, as analysts write them. */
const WORDINGS = [
  'The ministry delayed the harbour contract because it expected the price of steel to fall before the autumn.',
  'The ministry delayed the harbour contract to wait for the result of the election in the port city.',
  'Three internal memos from March compare steel prices week by week and recommend waiting until September.',
  'Officials in two other ministries postponed purchases of steel in the same month and gave the same reason.',
  'Whoever waits for a price to fall signs as soon as it has fallen, and the contract was signed in October.',
  'Steel had fallen by eleven per cent when the contract was signed, according to the exchange in Rotterdam.',
  'The memos were written by an office that has never before been asked for its opinion on a contract.',
  'The mayor of the port city had promised to cancel the harbour if she was elected again.',
  'The minister told a party congress in April that nothing would be signed before the voters had spoken.',
  'A cancelled contract would have cost the ministry a penalty of forty million.',
  'The date of signature was moved twice, each time to the week after a new date for the election.',
  'Only somebody who follows the campaign from day to day would choose those two weeks for a signature.',
  'The minister said the same about every large contract in that year, including those far from the port.',
  'The second date was announced before the election was moved, so it cannot have followed from it.',
  'Two tenders were withdrawn in May after their bonds had expired without being renewed by the bank.',
  'The bank had written in February that it would renew no bond for work that depends on the harbour.',
  'Nobody in the ministry answered the letter, although the deadline for objections was short and known to all.',
  'The dredging company moved its ships to another port for the whole summer and announced it in advance.',
  'A ship that is away for a summer cannot begin a harbour in June, whatever the contract says about it.',
  'The union of dock workers threatened a strike for June that would have stopped all work on the quays.',
]

/** A map with cards and relations, none of them laid out. */
interface Argued {
  readonly project: Project
  readonly map: string
}

class ArguedMap {
  readonly #builder = new Builder('Harbour')
  #next = 0

  constructor() {
    this.#builder.source('The harbour', 'Why was the harbour contract delayed?')
  }

  claim(category: string): string {
    const text = WORDINGS[this.#next++ % WORDINGS.length]!
    return this.#builder.run('claim.add', { text, category, map: this.#builder.map })
  }

  relate(kind: 'support' | 'attack' | 'contradict', premises: string[], target: string): string {
    return this.#builder.relation(kind, premises, target)
  }

  /** Adds a claim that bears on another and returns it and the relation. */
  under(kind: 'support' | 'attack', target: string, category: string): { claim: string; relation: string } {
    const claim = this.claim(category)
    return { claim, relation: this.relate(kind, [claim], target) }
  }

  /** Adds two linked grounds. */
  linked(target: string): { claims: [string, string]; relation: string } {
    const claims: [string, string] = [this.claim('evidence'), this.claim('assumption')]
    return { claims, relation: this.relate('support', claims, target) }
  }

  get done(): Argued {
    return { project: this.#builder.project, map: this.#builder.map }
  }
}

/**
 * Two hypotheses that contradict each other, each with three grounds, two of them linked; some grounds have grounds of
 * their own, two steps are undercut and one hypothesis is attacked: 14 cards.
 */
export function fourteenCards(): Argued {
  const map = new ArguedMap()
  const hypotheses = [map.claim('hypothesis'), map.claim('hypothesis')] as const
  map.relate('contradict', [hypotheses[0]], hypotheses[1])
  for (const [index, hypothesis] of hypotheses.entries()) {
    const single = map.under('support', hypothesis, 'evidence')
    const pair = map.linked(hypothesis)
    map.under('attack', index === 0 ? single.relation : pair.relation, 'question')
    map.under('support', single.claim, 'evidence')
    if (index === 0) map.under('support', pair.claims[0], 'evidence')
    else map.under('attack', hypothesis, 'judgement')
  }
  return map.done
}

/** Three such hypotheses with more grounds, three levels deep: 40 cards. */
export function fortyCards(): Argued {
  const map = new ArguedMap()
  const hypotheses = ['hypothesis', 'hypothesis', 'hypothesis'].map((category) => map.claim(category))
  map.relate('contradict', [hypotheses[0]!], hypotheses[1]!)
  map.relate('contradict', [hypotheses[1]!], hypotheses[2]!)
  for (const [index, hypothesis] of hypotheses.entries()) {
    const single = map.under('support', hypothesis, 'evidence')
    const pair = map.linked(hypothesis)
    const another = map.under('support', hypothesis, 'judgement')
    map.under('attack', pair.relation, 'question')
    map.under('support', single.claim, 'evidence')
    map.under('support', single.claim, 'evidence')
    map.under('support', pair.claims[0], 'evidence')
    map.under('attack', hypothesis, 'judgement')
    const deep = map.under('support', another.claim, 'evidence')
    map.under('support', deep.claim, 'evidence')
    map.under('attack', another.claim, 'question')
    if (index === 0) map.under('attack', hypothesis, 'judgement')
  }
  return map.done
}
