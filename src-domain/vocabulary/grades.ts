/** The Admiralty system (NATO AJP-2.1): a letter for how reliable a source is in general. */
export const RELIABILITY: Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F', string> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
}

/** The Admiralty system: a digit for how credible a piece of information is, whoever reports it. */
export const CREDIBILITY: Record<'1' | '2' | '3' | '4' | '5' | '6', string> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
}
