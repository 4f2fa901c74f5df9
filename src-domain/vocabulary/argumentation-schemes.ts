/** A question that tests an argument of its scheme. */
export interface CriticalQuestion {
  /** The key of the answer in the project file. Never change it. */
  readonly name: string
  readonly text: string
}

/** A pattern of plausible reasoning. The conclusion stands only as long as the critical questions can be answered. */
export interface Scheme {
  readonly name: string
  readonly title: string
  /** How the premises bear on the target. */
  readonly summary: string
  readonly questions: readonly CriticalQuestion[]
}

const scheme = (name: string, title: string, summary: string, questions: Record<string, string>): Scheme => ({
  name,
  title,
  summary,
  questions: Object.entries(questions).map(([key, text]) => ({ name: key, text })),
})

/**
 * The schemes that analysts meet most often. After the catalogue in D. Walton, C. Reed and F. Macagno, “Argumentation
 * Schemes” (2008), reworded.
 */
export const SCHEMES: readonly Scheme[] = [
  scheme('expert-opinion', 'Expert opinion', 'An expert in the field says so.', {
    expertise: 'How credible is the person as an expert?',
    field: 'Is the claim within the person’s field?',
    opinion: 'What exactly did the person say, and does it support the claim?',
    trust: 'Is the person honest and impartial?',
    agreement: 'Do other experts agree?',
    evidence: 'Is the person’s statement based on evidence?',
  }),
  scheme('witness', 'Witness testimony', 'A witness who was in a position to know reports it.', {
    position: 'Was the witness really in a position to know?',
    honesty: 'Is the witness telling the truth?',
    consistency: 'Is the report consistent, and does it fit other information?',
    others: 'Do other witnesses report the same?',
    bias: 'Could the witness’s interests or expectations have influenced the report?',
  }),
  scheme('position-to-know', 'Position to know', 'The source is in a position to know.', {
    position: 'Is the source really in a position to know?',
    honesty: 'Is the source honest and reliable?',
    assertion: 'Did the source really say so?',
  }),
  scheme('example', 'From example', 'What holds in this case holds in general.', {
    truth: 'Is the example true?',
    typical: 'Is the example typical?',
    support: 'How strong is the general statement without it?',
    exceptions: 'Are there counterexamples?',
    circumstances: 'Do special circumstances explain the example?',
  }),
  scheme('analogy', 'Analogy', 'What holds in one case holds in a similar one.', {
    likeness: 'Are the two cases similar in relevant respects?',
    source: 'Does it really hold in the other case?',
    differences: 'Are there relevant differences?',
    counter: 'Is there an equally similar case in which it does not hold?',
  }),
  scheme('precedent', 'Precedent', 'An earlier decision applies to this case.', {
    applies: 'Does the earlier case really apply here?',
    differences: 'Is this case different in a relevant way?',
    valid: 'Does the earlier decision still stand?',
  }),
  scheme('sign', 'Sign', 'This usually indicates it.', {
    strength: 'How reliable is the sign?',
    others: 'What else could explain the sign?',
    observed: 'Was the sign really observed?',
  }),
  scheme('cause-to-effect', 'Cause to effect', 'The cause usually has this effect.', {
    strength: 'How strong is the causal link, if there is one?',
    evidence: 'What evidence is there for the link?',
    interference: 'Could something prevent or outweigh the effect?',
  }),
  scheme('effect-to-cause', 'Effect to cause', 'The effect occurred, so its usual cause did too.', {
    effect: 'Did the effect really occur?',
    strength: 'Does this cause usually have the effect?',
    others: 'What other causes have the same effect, and were they ruled out?',
  }),
  scheme('correlation', 'Correlation to cause', 'The two are correlated, so one causes the other.', {
    correlation: 'Are the two really correlated, in enough cases?',
    coincidence: 'Could it be chance?',
    third: 'Could a third factor cause both?',
    direction: 'Could cause and effect be reversed?',
    range: 'Does the correlation apply to this case?',
  }),
  scheme('best-explanation', 'Best explanation', 'This is the best explanation of the facts.', {
    satisfying: 'How well does it explain the facts?',
    rivals: 'How much better is it than its rivals?',
    complete: 'Were all plausible rivals considered?',
    search: 'How thorough was the search for evidence?',
    wait: 'Should the search continue before concluding?',
  }),
  scheme(
    'evidence-to-hypothesis',
    'Evidence to hypothesis',
    'If the hypothesis is true, this was to be expected.',
    {
      expected: 'If the hypothesis is true, is the evidence really to be expected?',
      observed: 'Was it observed?',
      diagnostic: 'Would it be as likely under a rival hypothesis?',
    },
  ),
  scheme('falsification', 'Falsification', 'An effect that the hypothesis predicts did not occur.', {
    expected: 'Does the hypothesis really predict it?',
    looked: 'Was it searched for in the right place?',
    hidden: 'Could it have occurred unnoticed?',
  }),
  scheme(
    'lack-of-evidence',
    'Lack of evidence',
    'If it were so, there would be evidence, and there is none.',
    {
      search: 'How thorough was the search?',
      known: 'Would it be known by now if it were so?',
      burden: 'Who has the burden of proof, and how high is it?',
    },
  ),
  scheme(
    'consequences',
    'Consequences',
    'It has good or bad consequences, so it should or should not be done.',
    {
      likely: 'How likely are these consequences?',
      evidence: 'What evidence is there that they would follow?',
      others: 'Are there opposite consequences to weigh?',
    },
  ),
  scheme('practical-reasoning', 'Means to an end', 'It is a means to their goal.', {
    goal: 'Is it really their goal, and worth this cost to them?',
    otherGoals: 'Which other goals conflict with it?',
    otherMeans: 'Are there other ways to the goal, and are they better?',
    possible: 'Can it be done?',
    sideEffects: 'What side effects would it have?',
  }),
  scheme('motive', 'Motive', 'They had a motive, so they did it, or did it for that reason.', {
    motive: 'Did they really have that motive?',
    strength: 'Was it strong enough to act on?',
    others: 'Which other motives would explain the act?',
    means: 'Did they have the means and the opportunity?',
  }),
  scheme('commitment', 'Commitment', 'Their words or actions commit them to it.', {
    commitment: 'Are they really committed to this?',
    exception: 'Is this an exception to the commitment?',
    changed: 'Have they withdrawn it since?',
  }),
  scheme(
    'inconsistency',
    'Inconsistent commitments',
    'Their words are inconsistent with what they say or do elsewhere.',
    {
      both: 'Are they really committed to both?',
      conflict: 'Are the two really inconsistent?',
      matters: 'Does it show that this claim is wrong, or only that they are not consistent?',
    },
  ),
  scheme('popular-opinion', 'Widely held', 'Most people, or most experts, believe it.', {
    evidence: 'What is the evidence that it is widely held?',
    reason: 'Why do they believe it, and could they be wrong?',
  }),
  scheme('popular-practice', 'Common practice', 'It is common practice.', {
    evidence: 'What is the evidence that it is common?',
    reason: 'Is there another good reason for doing it?',
  }),
  scheme('classification', 'Classification', 'It belongs to a class that has the property.', {
    member: 'Does it really belong to the class?',
    rule: 'Does the class always have the property, or only usually?',
    doubtful: 'Is the classification only a matter of words?',
  }),
  scheme('rule', 'Established rule', 'A rule for such cases says so.', {
    applies: 'Does the rule apply to this case?',
    rule: 'Is the rule valid here?',
    exception: 'Is there an exception, or a rule that overrides it?',
  }),
  scheme('slippery-slope', 'Slippery slope', 'A first step leads to the outcome by degrees.', {
    steps: 'Which steps are in between, and does each lead to the next?',
    weakest: 'Which step is the weakest?',
    stop: 'Where could it be stopped?',
  }),
  scheme('waste', 'Sunk cost', 'So much was invested that stopping now would waste it.', {
    possible: 'Can the goal still be reached?',
    value: 'Is continuing worth its remaining cost?',
  }),
  scheme('composition', 'Parts to whole', 'What is true of the parts is true of the whole, or vice versa.', {
    parts: 'Is it true of all the parts?',
    carries: 'Does the property carry over from the parts to the whole?',
  }),
  scheme('bias', 'Bias', 'The source is biased, so it carries less weight.', {
    evidence: 'What is the evidence that the source is biased?',
    relevant: 'Does the bias affect this claim?',
    weight: 'Is there independent evidence for the claim?',
  }),
]

const byName = new Map(SCHEMES.map((each) => [each.name, each]))

/** The scheme with a name; undefined if it is unknown, as in a file of a newer Counterpoint. */
export const schemeNamed = (name: string): Scheme | undefined => byName.get(name)
