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
  scheme('expert-opinion', 'Expert opinion', 'Somebody who knows the field says that it is so.', {
    expertise: 'How much of an expert is the person who says so?',
    field: 'Is what is claimed within the field that the person knows?',
    opinion: 'What exactly did the person say, and does it come to what is claimed?',
    trust: 'Is the person honest, and without a stake in the answer?',
    agreement: 'Do others who know the field say the same?',
    evidence: 'Does what the person says rest on evidence?',
  }),
  scheme('witness', 'Witness testimony', 'Somebody who was in a position to know reports it.', {
    position: 'Was the witness really in a position to know?',
    honesty: 'Is the witness telling the truth as they see it?',
    consistency: 'Does the report hold together, and fit what is known from elsewhere?',
    others: 'Do other witnesses report the same?',
    bias: 'Could what the witness wants or expects have coloured the report?',
  }),
  scheme('position-to-know', 'Position to know', 'The source is placed where such things are known.', {
    position: 'Is the source placed so as to know this?',
    honesty: 'Is the source honest and reliable?',
    assertion: 'Did the source assert it, or is it read into what was said?',
  }),
  scheme('example', 'From example', 'What holds in this case holds in general.', {
    truth: 'Is what is said of the example true?',
    typical: 'Is the example typical of the cases that it stands for?',
    support: 'How strong is the general statement without it?',
    exceptions: 'Are there cases in which it is otherwise?',
    circumstances: 'Did something special about the example make it so?',
  }),
  scheme('analogy', 'Analogy', 'What is so in one case is so in another that is like it.', {
    likeness: 'Are the two cases alike in what matters here?',
    source: 'Is it really so in the case that is compared with?',
    differences: 'Are there differences that break the comparison?',
    counter: 'Is there another case, as like as this one, in which it is otherwise?',
  }),
  scheme('precedent', 'Precedent', 'It was settled so before, and the case is of that kind.', {
    applies: 'Does the earlier case really apply here?',
    differences: 'Is this case different in a way that matters?',
    valid: 'Does the earlier decision still stand?',
  }),
  scheme('sign', 'Sign', 'It shows in something that commonly goes with it.', {
    strength: 'How closely does the sign go with what it is a sign of?',
    others: 'What else could account for the sign?',
    observed: 'Was the sign really observed?',
  }),
  scheme('cause-to-effect', 'Cause to effect', 'When the one happens, the other commonly follows.', {
    strength: 'How strong is the causal link, if there is one?',
    evidence: 'What evidence is there for the link?',
    interference: 'Is there something that could prevent the effect or outweigh it?',
  }),
  scheme('effect-to-cause', 'Effect to cause', 'The effect is there, so its usual cause was too.', {
    effect: 'Is the effect really there?',
    strength: 'Does the effect follow from this cause as a rule?',
    others: 'What other causes have the same effect, and were they ruled out?',
  }),
  scheme('correlation', 'Correlation to cause', 'The two go together, so the one brings about the other.', {
    correlation: 'Do the two really go together, in enough cases?',
    coincidence: 'Could it be chance?',
    third: 'Could a third thing bring about both?',
    direction: 'Could it be the other way round?',
    range: 'How far does the link reach, and does this case lie within it?',
  }),
  scheme('best-explanation', 'Best explanation', 'Of all accounts of the facts, this one does best.', {
    satisfying: 'How well does it explain the facts, taken by itself?',
    rivals: 'How much better is it than its rivals?',
    complete: 'Were all rivals that deserve it considered?',
    search: 'How far did the search for evidence go before this one was chosen?',
    wait: 'Would it be better to go on looking than to conclude now?',
  }),
  scheme(
    'evidence-to-hypothesis',
    'Evidence to hypothesis',
    'It was to be expected if the hypothesis is true.',
    {
      expected: 'If the hypothesis is true, is the evidence really to be expected?',
      observed: 'Was it observed?',
      diagnostic: 'Would it be as likely under a rival hypothesis?',
    },
  ),
  scheme('falsification', 'Falsification', 'What the hypothesis leads to expect did not come about.', {
    expected: 'Does the hypothesis really lead to expect it?',
    looked: 'Was it looked for where it would be found?',
    hidden: 'Could it have come about and been hidden?',
  }),
  scheme('lack-of-evidence', 'Lack of evidence', 'It would be known if it were so, and it is not known.', {
    search: 'How thorough was the search?',
    known: 'Would it be known by now if it were so?',
    burden: 'Who has to prove it, and how strongly?',
  }),
  scheme(
    'consequences',
    'Consequences',
    'It leads to good or bad things, so it should or should not be done.',
    {
      likely: 'How likely are these consequences?',
      evidence: 'What evidence is there that they would follow?',
      others: 'Are there consequences the other way that should be weighed?',
    },
  ),
  scheme('practical-reasoning', 'Means to an end', 'The goal is theirs, and this is the way to it.', {
    goal: 'Is it really their goal, and one they would pay this for?',
    otherGoals: 'What other goals stand against it?',
    otherMeans: 'Are there other ways to the goal, and are they better?',
    possible: 'Can it be done?',
    sideEffects: 'What else would it bring about?',
  }),
  scheme('motive', 'Motive', 'They had a reason to do it, so they did it, or did it for that.', {
    motive: 'Did they really have that motive?',
    strength: 'Was it strong enough to act on?',
    others: 'Which other motives would account for the same act?',
    means: 'Did they have the means and the occasion?',
  }),
  scheme('commitment', 'Commitment', 'They are committed to it by what they have said or done.', {
    commitment: 'Did they really commit themselves, and to this?',
    exception: 'Is this an exception that the commitment leaves room for?',
    changed: 'Have they taken it back since?',
  }),
  scheme(
    'inconsistency',
    'Inconsistent commitments',
    'What they say does not go with what they say or do elsewhere.',
    {
      both: 'Is it certain that they hold both?',
      conflict: 'Do the two really exclude each other?',
      matters: 'Does it show that this claim is wrong, or only that they are not consistent?',
    },
  ),
  scheme('popular-opinion', 'Widely held', 'Most people, or most who count, take it to be so.', {
    evidence: 'What shows that it is widely held?',
    reason: 'Could so many be wrong, and why do they hold it?',
  }),
  scheme('popular-practice', 'Common practice', 'It is what is commonly done.', {
    evidence: 'What shows that it is commonly done?',
    reason: 'Is there a good reason for doing it, besides that it is done?',
  }),
  scheme('classification', 'Classification', 'It is one of a kind, and that kind has the property.', {
    member: 'Is it really one of that kind?',
    rule: 'Does the kind have the property always, or only as a rule?',
    doubtful: 'Is the classification a matter of words only?',
  }),
  scheme('rule', 'Established rule', 'A rule for such cases says so.', {
    applies: 'Does the rule apply to this case?',
    rule: 'Is the rule valid, and of this authority?',
    exception: 'Is there an exception, or a rule that goes before it?',
  }),
  scheme('slippery-slope', 'Slippery slope', 'The first step leads by degrees to the last.', {
    steps: 'Which steps lie between, and does each lead to the next?',
    weakest: 'Which of them is the weakest?',
    stop: 'Where could it be stopped on the way?',
  }),
  scheme('waste', 'Sunk cost', 'So much was put into it that stopping now would waste it.', {
    possible: 'Can it still be reached?',
    value: 'Would going on be worth what it still costs, whatever was paid before?',
  }),
  scheme(
    'composition',
    'Parts to whole',
    'What holds of the parts holds of the whole, or the other way round.',
    {
      parts: 'Does it hold of all the parts?',
      carries: 'Is it a property that carries over from parts to the whole?',
    },
  ),
  scheme('bias', 'Bias', 'The source has an interest in it, so it counts for less.', {
    evidence: 'What shows that the source is biased?',
    relevant: 'Does the bias bear on this very claim?',
    weight: 'Is there other evidence for the claim that does not come from the source?',
  }),
]

const byName = new Map(SCHEMES.map((each) => [each.name, each]))

/** The scheme with a name; undefined if it is unknown, as in a file of a newer Counterpoint. */
export const schemeNamed = (name: string): Scheme | undefined => byName.get(name)
