const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Written before a name or in the middle of a sentence: no sentence ends with them. */
const NEVER_LAST = words(`
  Dr Drs Mr Mrs Ms Mx Prof Gen Sen Rep Gov Lt Col Capt Cpt Cmdr Sgt Maj Adm Brig Amb Pres Hon Rev Fr Mt Ft St vs v cf
  e.g i.e viz approx
  Hr Frau bzw evtl ggf sog vgl z.B d.h u.a z.T m.E
  Mme Mmes Mlle Mgr Me MM p.ex
  Sr Sra Srta Dra Dña Ud Uds p.ej
  Sig Dott Ing Avv Geom
  Doç Yrd Av Org örn bkz
  т.е т.к г-н г-жа проф акад им
`)

/** Written before a number: followed by one, they do not end the sentence. */
const BEFORE_NUMBER = words(`
  No Nos no nos Nr Nrn p pp vol vols Vol Fig Figs fig Art Arts art Sec sec ch Ch chap para Tab Eq ver
  Abs Bd S Kap Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec pág págs núm art fasc s c ca стр гл рис
`)

/** A sentence may end with them, unless a number or a bracket follows. */
const MAY_BE_LAST = words('etc al Inc Ltd Co Corp Jr ed eds usw u.s.w vb др')

/** Words that more often begin a sentence than continue a name. */
const STARTERS = words(`
  A An The This That These Those It Its He She They We You I His Her Their Our My There Here In On At By For From With
  As If When While Since After Before Although Though But And Or So Yet Nor However Moreover Meanwhile Therefore Thus
  Instead Still Then Now What Who Why How Where Which Both Some Many Most All No Not To
  Der Die Das Ein Eine Es Er Sie Wir Ich Im Am Und Aber Doch
  Le La Les Un Une Il Elle Ils Elles On Nous En Dans Mais Et
  El Los Las Una Ella Ellos Pero Y Lo
  Bu O Bir Ve Ama Ancak
  Он Она Они Это В На Но И
`)

/** Languages in which a number with a full stop is an ordinal. */
const WITH_ORDINALS = words('de da no nb nn fi et lv cs sk sl hr bs sr hu pl tr')

const DOTTED = /^(?:\p{L}{1,2}\.-?){2,}$/u
const INITIAL = /^\p{Lu}\.$/u

/**
 * Whether a full stop belongs to an abbreviation, an initial or an ordinal, so that no sentence ends with it.
 * @param word the last word before, with its full stop
 * @param after the text that follows, from its first word on
 * @param language a primary language tag, such as `en`
 */
export function isAbbreviation(word: string, after: string, language: string): boolean {
  const bare = word.replace(/^["'“‘„«([]+/u, '')
  if (!bare.endsWith('.')) return false
  const name = bare.slice(0, -1)
  if (NEVER_LAST.has(name)) return true
  const number = /^[("“]?(?:\d|[IVXLC]+\b)/u.test(after)
  if (BEFORE_NUMBER.has(name) && number) return true
  if (MAY_BE_LAST.has(name)) return number || after.startsWith('(')
  if (/^\d{1,2}$/.test(name)) return WITH_ORDINALS.has(language) && /^\p{Lu}/u.test(after)
  if (!INITIAL.test(bare) && !DOTTED.test(bare)) return false
  // Initials may be inside a name ("in the U.S. Congress") or at the end ("in the U.S. The purchase").
  if (!/\p{Lu}/u.test(bare)) return false
  return !STARTERS.has(/^["'“‘„«([]*(\p{L}+)/u.exec(after)?.[1] ?? '')
}
