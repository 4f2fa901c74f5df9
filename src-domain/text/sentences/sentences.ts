const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»›)\]]*(?:\[?\d{1,3}\]?)?$/u
const ABBREVIATION =
  /(?:^|[\s(.])(?:\p{Lu}|[Dd]r|M[rs]|Mrs|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|vs?|cf|al|e\.g|i\.e|No|pp?|ed|eds|vol)\.$/u
const CUT = /[\p{L}\p{N}][-‐¬\u00ad]$/u
const LOWER = /^["'“‘«([…]*\p{Ll}/u
const GOES_ON = /^["'“‘«([…]*[\p{Ll}\p{Lo}]/u
const DANGLING =
  /(?:,|\s(?:a|an|and|as|at|but|by|for|from|her|his|in|into|is|its|nor|of|on|or|our|that|than|the|their|to|was|were|which|who|will|with))$/u

// A line can be megabytes long; only its end matters.
const tail = (text: string): string => text.slice(-24)

/** The text ends like a sentence: with a full stop or its like, then perhaps closing quotes and a note number. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(tail(text))
}

/** The text ends in a full stop that may belong to an abbreviation ("et al.", "U.S."). */
export function endsInAbbreviation(text: string): boolean {
  return ABBREVIATION.test(tail(text))
}

/** The text ends in a hyphen that may cut a word. */
export function endsCut(text: string): boolean {
  return CUT.test(tail(text))
}

/** The text ends in a comma or a word that cannot end a sentence: "of". */
export function endsDangling(text: string): boolean {
  return DANGLING.test(tail(text))
}

/** The text begins with a small letter. */
export function startsLower(text: string): boolean {
  return LOWER.test(text.slice(0, 16))
}

/** The text begins like the middle of a sentence. In a script without capitals any letter does. */
export function startsMidSentence(text: string): boolean {
  return GOES_ON.test(text.slice(0, 16))
}

/** The text begins with a letter or digit, opening marks aside. */
export function startsWithWord(text: string): boolean {
  return /^["'“‘«([]*[\p{L}\p{N}]/u.test(text.slice(0, 16))
}

/** The text up to its first space. */
export function firstWord(text: string): string {
  const space = text.indexOf(' ')
  return space < 0 ? text : text.slice(0, space)
}
