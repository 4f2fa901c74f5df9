import { lazily } from '../collections/lazily'
import type { Source } from '../records/source'

interface Agency {
  readonly name: string
  /** Finds its name in a text. Made at first use: few articles are compared, and each pattern takes a millisecond. */
  readonly spelt: () => RegExp
}

/**
 * News agencies by the spellings under which articles credit them. Short names that are words or initials of other things
 * count in brackets or before a dash only, as in “ANKARA (AP) —”.
 */
const AGENCIES: readonly Agency[] = [
  agency(
    'Anadolu',
    ['AA', 'АА', 'Anadolu'],
    String.raw`\bAnadolu(?: Agency| Ajans[ıi]|\/AA)|(?:told|to|by|from) Anadolu\b(?! \p{Lu})|Анадолу|الأناضول|آناتولی|阿纳多卢|安纳多卢`,
  ),
  agency(
    'AFP',
    [],
    String.raw`\bAFP\b|Agence[- ]France[- ]Presse|\bАФП\b|Франс[- ]?Пресс|فرانس برس|法新社|法新电`,
  ),
  agency(
    'AP',
    ['AP', 'АП', 'A\\.P\\.'],
    String.raw`\bAssociated Press\b|Ассоши(?:эй|ей)тед Пресс|أسوشيتد برس|أسوشيتدبرس|美联社|美聯社|AP通信`,
  ),
  agency(
    'Reuters',
    [],
    String.raw`\bReuters?\b|\bREUTERS\b|Рейтерс?|Рейтерз|Ройтерс|رويترز|路透|ロイター|로이터|Ρόιτερς|רויטרס`,
  ),
  agency('TASS', [], String.raw`\b(?:ITAR[- ])?(?:TASS|Tass)\b|ТАСС|وكالة تاس|塔斯社|タス通信|타스`),
  agency('Interfax', [], String.raw`\bInterfax\b|\bINTERFAX\b|Интерфакс|Інтерфакс|إنترفاكس|国际文传`),
  agency('RIA Novosti', ['RIA'], String.raw`\bRIA[- ]Novosti\b|РИА «?Новости»?|ريا نوفوستي`),
  agency('dpa', [], String.raw`\bdpa\b|\bDPA\b|Deutsche[nr]? Presse[- ]Agentur|\bДПА\b|德新社|د ب أ`),
  agency('Xinhua', [], String.raw`\bXinhua\b|新华社|新華社|Синьхуа|شينخوا`),
  agency('EFE', [], String.raw`\bEFE\b|Agencia EFE|Agencia Efe`),
  agency('ANSA', ['Ansa'], String.raw`\bANSA\b`),
  agency('Kyodo', [], String.raw`\bKyodo\b|共同通信|共同社|Киодо`),
  agency('Jiji', [], String.raw`\bJiji Press\b|時事通信|时事通讯社`),
  agency('Yonhap', [], String.raw`\bYonhap\b|연합뉴스|Рёнхап|Ёнхап|韩联社`),
  agency('KCNA', [], String.raw`\bKCNA\b|조선중앙통신|朝中社|ЦТАК`),
  agency('UPI', [], String.raw`\bUPI\b|United Press International`),
  agency('Bloomberg', [], String.raw`\bBloomberg(?: News)?\b|Блумберг|彭博`),
  agency('PTI', ['PTI'], String.raw`Press Trust of India`),
  agency('ANI', ['ANI'], String.raw`Asian News International`),
  agency('IRNA', [], String.raw`\bIRNA\b|ИРНА|ایرنا|إرنا`),
  agency('Tasnim', [], String.raw`\bTasnim\b|Тасним|تسنیم|تسنيم`),
  agency('Fars', [], String.raw`\bFars News\b|خبرگزاری فارس`),
  agency('İHA', ['İHA', 'IHA'], String.raw`[İI]hlas (?:Haber Ajans[ıi]|News Agency)`),
  agency('DHA', ['DHA'], String.raw`Demir[öo]ren (?:Haber Ajans[ıi]|News Agency)`),
  agency('Ukrinform', [], String.raw`\bUkrinform\b|Укринформ|Укрінформ`),
  agency('UNIAN', [], String.raw`\bUNIAN\b|УНИАН|УНІАН`),
  agency('BelTA', [], String.raw`\bBel[Tt][Aa]\b|БелТА|БЕЛТА`),
  agency('APA', ['APA'], String.raw`Austria Presse[- ]Agentur`),
  agency('Keystone-SDA', ['SDA', 'sda'], String.raw`Keystone-(?:SDA|ATS)|Schweizerische Depeschenagentur`),
  agency('ANP', ['ANP'], String.raw`Algemeen Nederlands Persbureau`),
  agency('Lusa', ['Lusa', 'LUSA'], String.raw`Agência Lusa`),
  agency('PAP', ['PAP'], String.raw`Polsk(?:a|iej) Agencj[ai] Prasow(?:a|ej)`),
  agency('ČTK', ['CTK'], String.raw`ČTK`),
  agency('Tanjug', [], String.raw`\bTanjug\b|Танјуг|Танюг`),
  agency('SANA', ['SANA'], String.raw`Syrian Arab News Agency|وكالة سانا`),
  agency('SPA', ['SPA'], String.raw`Saudi Press Agency|وكالة الأنباء السعودية`),
  agency('WAM', ['WAM'], String.raw`Emirates News Agency|وكالة أنباء الإمارات`),
  agency('MENA', ['MENA'], String.raw`Middle East News Agency|وكالة أنباء الشرق الأوسط`),
]

/**
 * @param short names that count in brackets or before a dash only
 * @param spelt a pattern of those that count anywhere
 */
function agency(name: string, short: readonly string[], spelt: string): Agency {
  const either = short.join('|')
  const marked =
    short.length > 0 ? String.raw`|[([](?:${either})[)\]]|(?<![\p{L}\p{N}])(?:${either})\s+[–—-]\s` : ''
  return { name, spelt: lazily(() => new RegExp(withLetters(spelt) + marked, 'u')) }
}

/** A pattern in which `\b` is a boundary of words in every script. */
function withLetters(pattern: string): string {
  const [after, before] = [String.raw`(?<=[\p{L}\p{N}])`, String.raw`(?=[\p{L}\p{N}])`]
  const [end, start] = [String.raw`(?![\p{L}\p{N}])`, String.raw`(?<![\p{L}\p{N}])`]
  return pattern.replaceAll(String.raw`\b`, `(?:${after}${end}|${start}${before})`)
}

/** The agencies that an article names in its text, or as its publisher or author, in no particular order. */
export function agenciesIn({
  text,
  publisher,
  authors,
}: Pick<Source, 'text' | 'publisher' | 'authors'>): string[] {
  const credits = [publisher, ...authors].map((name) => `(${name.trim()})`).join('\n')
  return AGENCIES.filter(({ spelt }) => spelt().test(text) || spelt().test(credits)).map(({ name }) => name)
}
