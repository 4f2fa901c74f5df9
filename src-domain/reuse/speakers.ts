import { foldForSearch } from '../text/clean/search-fold'
import type { TextSpan } from '../text/text-span'
import { caselessSpeaker } from './caseless-speakers'
import { quotationAround } from './quotations'

/** Verbs and phrases that tell who said a quotation, in the languages of many articles. */
const SPEAKING = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    'said|says|say|told|tells|added|adds|wrote|writes|announced|declared|stated|warned|explained|insisted|argued',
    'noted|stressed|claimed|replied|asked|according to|quoted as saying|tweeted|posted',
    'sagte|sagt|erklärte|betonte|schrieb|laut',
    'dit|a dit|déclaré|déclare|affirmé|affirme|ajouté|ajoute|expliqué|explique|selon|estime',
    'dijo|declaró|afirmó|añadió|explicó|según',
    'detto|dichiarato|affermato|secondo|disse|afirmou|declarou|segundo|zei|aldus|verklaarde',
    'dedi|söyledi|belirtti|açıkladı|vurguladı|göre|ifadesini kullandı',
    'сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|отметила|написал|написала|по словам',
    'сказав|сказала|заявив|заявила|повідомив|повідомила|за словами',
    'powiedział|powiedziała|oświadczył|oświadczyła|dodał|dodała|zdaniem',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
)

const NAME =
  /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:van|von|der|de|del|di|da|al|bin|ibn|el) )*\p{Lu}[\p{L}\p{M}'’-]*)*/gu

/** Words of titles and offices: the name of a person comes after the last of them. */
const TITLES = new Set(
  (
    'president vice prime minister foreign defence defense interior finance ministry secretary general chancellor king ' +
    'queen prince princess sheikh senator governor mayor ambassador spokesman spokeswoman spokesperson chairman ' +
    'chairwoman chief director professor dr prof mr mrs ms miss sir lord lady captain colonel major admiral marshal ' +
    'judge pope archbishop cardinal engineer economist analyst lawyer attorney officer manager coach commander deputy ' +
    'leader head envoy delegate representative commissioner inspector coordinator expert author bishop imam rabbi committee council agency office government parliament university institute army navy ' +
    'präsident präsidentin kanzler kanzlerin minister ministerin herr frau président présidente ministre premier ' +
    'presidente ministro ministra cumhurbaşkanı başbakan bakanı başkanı президент министр премьер'
  ).split(' '),
)

/** Words with a capital letter at the beginning of a sentence, or always, that are no names of people. */
const NO_NAMES = new Set(
  (
    'a an the he she they it we i you his her their this that these those in on at by for from to of and but or so as ' +
    'if when while after before both one two monday tuesday wednesday thursday friday saturday sunday january february ' +
    'march april may june july august september october november december der die das er sie es und aber am im ein ' +
    'eine le la les il elle ils elles un une et mais el los las ella ellos y pero lo gli e ma o a os as ele ela bu o ve ' +
    'он она они это и но в на'
  ).split(' '),
)

/** What comes before the names of places and of people who do not speak, unless it is “according to”. */
const OTHERS =
  /(?<!according )(?<![\p{L}])(?:in|at|from|near|to|of|for|with|aus|für|von|à|chez|pour|para|con|в|из|для|с)\s+$/iu

/** What comes after a name of one word. “Ordanian” in “Ordanian officials said” is none. */
const ENDS = new RegExp(
  `^\\s*(?:$|[^\\s\\p{L}]|(?:on|in|at|to|during|after|before|who|has|had|also|later?|yesterday|today|as|when|while|am|im|auf|dans|lors|en|à|a|в|на)(?!\\p{L})|${SPEAKING.source})`,
  'iu',
)

/** How far around a quotation its speaker is looked for. UTF-16 units. */
const NEAR = 160

/** What a text says of the words in a span: whether they are a quotation, and the names near the verb that tells whose. */
interface Attribution {
  /** The names, the one nearest to the verb first. */
  readonly speakers: readonly string[]
}

/** The quotation that a span of a text is in, with its speakers as far as they are named; undefined if it is in none. */
export function attributionOf(text: string, span: TextSpan): Attribution | undefined {
  const quotation = quotationAround(text, span)
  if (!quotation) return undefined
  const after = /^[^.!?。！？؟\n]*/u.exec(withoutAbbreviations(quotation.after.slice(0, NEAR)))![0]
  const before = /[^.!?。！？؟\n]*$/u.exec(withoutAbbreviations(quotation.before.slice(-NEAR)))![0]
  for (const part of [after, before]) {
    const names = namesBySpeaking(part)
    if (names.length > 0) return { speakers: names }
  }
  const caseless = caselessSpeaker(after) ?? caselessSpeaker(before)
  return { speakers: caseless === undefined ? [] : [caseless] }
}

/** Points that end no sentence would cut off the name: “Mr. Tesk”, “J. Tesk”. */
const withoutAbbreviations = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])(Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Lt|Col|St|\p{Lu})\./gu, '$1')

/** The names in a part of a sentence that says who speaks, the nearest to the verb, or to a colon at the end, first. */
function namesBySpeaking(part: string): string[] {
  const verb = SPEAKING.exec(part)
  const at = verb?.index ?? /:\s*$/u.exec(part)?.index
  if (at === undefined) return []
  return [...part.matchAll(NAME)]
    .flatMap(({ 0: found, index }) => {
      const name = personIn(found)
      const [before, after] = [part.slice(0, index), part.slice(index + found.length)]
      if (!name || OTHERS.test(before) || (!name.includes(' ') && !ENDS.test(after))) return []
      // Whoever is told something does not say it.
      if (index > at && /^tell|^told/iu.test(verb?.[0] ?? '')) return []
      return [{ name, distance: index < at ? at - index - found.length : index - at }]
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name)
}

/** The name of a person without titles and without words that are no names. */
function personIn(found: string): string {
  const words = found
    .split(' ')
    .filter((word) => !NO_NAMES.has(foldForSearch(word)) && !NO_NAMES.has(word.toLowerCase()))
  const title = words.findLastIndex((word) => TITLES.has(word.toLowerCase().replace(/\.$/, '')))
  return words
    .slice(title + 1)
    .join(' ')
    .replace(/['’](?:s|in|ın|un|ün)$/u, '')
    .replace(/[.'’-]+$/u, '')
}

/** The person whom two texts both name as the speaker, by the longer of the two names; undefined if there is none. */
export function samePerson(one: Attribution, other: Attribution): string | undefined {
  for (const name of one.speakers)
    for (const also of other.speakers)
      if (lastName(name) === lastName(also)) return name.length >= also.length ? name : also
  return undefined
}

const lastName = (name: string): string => foldForSearch(name.split(/[ ·•]/u).at(-1)!)
