// Speakers in Chinese and Arabic, which have no capital letters to tell names by.

const CHINESE_TITLE =
  '总统|總統|总理|總理|首相|主席|外长|外長|部长|部長|大臣|发言人|發言人|市长|市長|州长|州長|省长|秘书长|秘書長|议员|議員|大使|教授|专家|專家|司令|将军|將軍|上将|国王|國王|先生|女士|主任|局长|书记|议长'
const CHINESE_VERB =
  '表示|指出|强调|強調|宣布|透露|回应|回應|写道|寫道|告诉|告訴|警告|补充|認為|认为|说|說|称|稱'
/** Words between a name and its verb: on what occasion, when and to whom. */
const CHINESE_BETWEEN =
  '(?:在[^，。]{1,20}?[上中时時后後])?(?:当天|当日|周[一二三四五六日天]|星期[一二三四五六日天]|\\d+日)?(?:[对對向][^，。]{1,12}?)?(?:进一步|再次|还|也|则|随后)?'
const CHINESE = new RegExp(
  `(?:^|[，。；：！？、”」』\\s])([\\p{Script=Han}·•]{2,30}?)${CHINESE_BETWEEN}(?:${CHINESE_VERB})`,
  'u',
)
const AFTER_CHINESE_TITLE = new RegExp(`^.*(?:${CHINESE_TITLE})`, 'u')
const NO_CHINESE_NAME =
  /^(?:[他她它]们?|[我你您].*|此外|同时|.*(?:[部社院府方局团會会]|官员|人士|媒体|报道|公司|政府|声明))$/u

/** Verbs that stand before the speaker, with “and” or “so” before them. */
const ARABIC_VERB = new RegExp(
  `(?<!\\p{L})[وف]?(?:قالت?|أضافت?|صرحت?|أكدت?|أعلنت?|ذكرت?|أوضحت?|شددت?|اعتبرت?|كتبت?|تابعت?|حذرت?)(?!\\p{L})`,
  'u',
)
const ARABIC_TITLES =
  /^(?:ال)?(?:رئيس|رئيسة|وزير|وزيرة|وزراء|خارجية|دفاع|داخلية|مالية|متحدث|متحدثة|ناطق|باسم|رسمي|نائب|أمين|عام|سفير|سفيرة|مبعوث|مستشار|زعيم|جنرال|سيد|سيدة|ملك|أمير|دكتور|محلل|خبير|مسؤول|مسؤولون|مصدر|مصادر|بيان|تقرير)$/u
/** What is no person: ministries, agencies, newspapers and unnamed sources. */
const ARABIC_OTHERS =
  /^(?:وزارة|حكومة|الحكومة|وكالة|صحيفة|مصادر|مصدر|مسؤول|مسؤولون|إن|أن|إنه|إنها|أنه|أنها)$/u
/** What comes after the name. */
const ARABIC_END =
  /^(?:أن|إن|إنه|إنها|أنه|أنها|للصحفيين|للصحافيين|في|خلال|يوم|أمس|اليوم|على|إلى|لـ|بعد|قبل|عبر|من)$/u

/** Who says what stands beside a part of a text in Chinese or Arabic, as far as it is named; undefined otherwise. */
export function caselessSpeaker(part: string): string | undefined {
  return chineseSpeaker(part) ?? arabicSpeaker(part)
}

function chineseSpeaker(part: string): string | undefined {
  const name = CHINESE.exec(part)?.[1]?.replace(AFTER_CHINESE_TITLE, '')
  return name === undefined || name.length < 2 || NO_CHINESE_NAME.test(name) ? undefined : name
}

/** The last two words of the noun after the verb that are no titles. */
function arabicSpeaker(part: string): string | undefined {
  const verb = ARABIC_VERB.exec(part)
  if (!verb) return undefined
  const phrase = /^[\p{L}\p{M} ]*/u.exec(part.slice(verb.index + verb[0].length))![0]
  const words = phrase.split(' ').filter(Boolean)
  if (words[0] === undefined || ARABIC_OTHERS.test(words[0])) return undefined
  const end = words.findIndex((word) => ARABIC_END.test(word))
  const noun = end < 0 ? words : words.slice(0, end)
  const title = noun.findLastIndex((word) => ARABIC_TITLES.test(word))
  const last = noun.slice(title + 1)
  return last.length > 0 ? last.slice(-2).join(' ') : undefined
}
