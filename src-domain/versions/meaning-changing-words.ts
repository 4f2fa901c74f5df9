/**
 * Words that change the meaning of a sentence, in languages other than English: those that analysts of Europe and its
 * neighbours read most. All languages are searched at once, because the language of a passage is not known. A word that
 * means something else in another language only flags a sentence that has changed anyway. Common inflections are
 * listed; `*` stands for any ending.
 */
export const NEGATIONS: readonly string[] = words(`
  nicht nichts nie niemals niemand nirgends kein* weder ohne kaum selten trotz fehlt* verweiger* bestreit* lehnt*
  ne n’ pas jamais rien aucun* ni sans personne nulle guère rarement malgré refus* nie niaient démenti* rejet*
  no nunca jamás nada nadie ningún ninguna ninguno tampoco sin apenas negó niega niegan rechaz*
  non mai niente nulla nessun* né senza appena nega negano rifiut*
  não nem nenhum* ninguém sem negou recus*
  niet niets nooit niemand geen noch zonder nauwelijks zelden ondanks ontken* weiger*
  inte aldrig ingen inget inga utan ikke aldri aldrig uten uden
  nie nigdy nikt nic żaden żadna żadne bez ani zaprzecz*
  не нет ни нельзя никогда никто ничего ничто никакой нигде без едва отрица* отказ*
  ні нема немає ніколи ніхто нічого жоден жодна жодне заперечу* відмов*
  değil yok hiç hiçbir asla kimse olmadan reddet*
`)

/** Modal words: must, may, likely and their like. */
export const MODALS: readonly string[] = words(`
  muss müssen musste mussten müsste müssten kann können konnte konnten könnte könnten darf dürfen dürfte dürften soll
  sollen sollte sollten will wollen wollte wird würde würden möglich* wahrscheinlich* unwahrscheinlich* vielleicht
  wohl vermutlich angeblich offenbar sicher sicherlich eventuell möglicherweise scheint
  doit doivent devait devra devrait devraient peut peuvent pouvait pourra pourrait pourraient faut faudrait probable*
  improbable* possible* impossible* peut-être sans-doute certain* apparemment semble* serait seraient
  debe deben debía debería deberían puede pueden podía podría podrían probable* improbable posible* quizá quizás
  tal-vez seguramente aparentemente parece sería
  deve devono dovrebbe dovrebbero può possono poteva potrebbe potrebbero probabil* improbabil* possibil* forse
  certamente sembra sarebbe
  devem deveria deveriam pode podem poderia poderiam provável* provavelmente possível* possivelmente talvez parece
  moet moeten moest zou zouden kan kunnen kon mag mogen waarschijnlijk* misschien mogelijk* wellicht vermoedelijk
  måste kan kunde bör skulle ska troligen kanske möjligen må skal burde kanskje måske sandsynligvis
  musi muszą może mogą mógłby mogłaby powinien powinna powinno prawdopodobn* możliw* zapewne podobno chyba
  должен должна должно должны может могут мог могла могли мог-бы возможно вероятно наверное обязательно якобы
  видимо следует бы
  повинен повинна повинні може можуть міг могла могли можливо ймовірно мабуть нібито слід б би
  gerek gerekiyor gerekli lazım belki muhtemelen olası mümkün zorunda olabilir olmalı kesinlikle herhalde sözde
`)

/** Numbers in words that change a sum a thousandfold: million, billion and their like. */
export const NUMBERS: readonly string[] = words(`
  hundert tausend million* milliarde* billion* dutzend* hälfte drittel viertel prozent doppelt
  cent mille million* milliard* billion* douzaine* moitié tiers quart pour-cent
  ciento mil millón millones billón mitad tercio doble por-ciento
  cento mila milione milioni miliardo miliardi metà
  milhão milhões bilhão bilhões mil-milhões metade
  honderd duizend miljoen miljard helft
  hundra tusen miljon* miljard* hundre million* milliard*
  tysiąc* milion* miliard* połowa
  сто тысяч* миллион* миллиард* половин* процент*
  тисяч* мільйон* мільярд* половин* відсот*
  yüz milyon milyar yarı yarısı
`)

function words(list: string): string[] {
  return [...new Set(list.trim().split(/\s+/))]
}

/** Lookarounds for whole words in any script: `\b` knows only ASCII. */
export const [NO_LETTER_BEFORE, NO_LETTER_AFTER] = [
  String.raw`(?<![\p{L}\p{M}])`,
  String.raw`(?![\p{L}\p{M}])`,
] as const

/** A pattern for any of the words as a whole word; `-` between words matches a space as well. */
export function patternOf(words: readonly string[]): string {
  const one = (word: string) =>
    word
      .replaceAll('-', String.raw`[-\s]`)
      .replaceAll('’', "['’]")
      .replaceAll('*', String.raw`\p{L}*`)
  const ends = (word: string) => (word.endsWith('’') ? '' : NO_LETTER_AFTER)
  // The first alternative that matches is taken, so a word comes before the words that it begins with.
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  return `${NO_LETTER_BEFORE}(?:${longestFirst.map((word) => one(word) + ends(word)).join('|')})`
}
