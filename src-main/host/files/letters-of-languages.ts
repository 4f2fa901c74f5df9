/** A language, by its letters that ASCII does not have, the most frequent first. */
type Letters = string

const WESTERN: readonly Letters[] = [
  'éàêèçôùîâûëïœæ', // French
  'äüöß', // German
  'óíáúñéü', // Spanish, Galician
  'çãáéíõóêúâàôü', // Portuguese
  'àèùéòì', // Italian
  'äöå', // Swedish, Finnish
  'åøæéü', // Danish, Norwegian
  'ðþáíéóöæúýø', // Icelandic, Faroese
  'óéàèíçúòïü', // Catalan
  'ëéïçöü', // Dutch, Albanian
  'êëéôîïûáèóöü', // Afrikaans
  'áíúéó', // Irish
  'éïñöçèà', // English
  'âôêîûïáëö', // Welsh
  'õäüöšž', // Estonian
  'ñùêéüôè', // Breton
  'òèàéçíóáúï', // Occitan
]

const CENTRAL: readonly Letters[] = [
  'łężąóśćńź', // Polish
  'áíéěýřžčšůúťňďó', // Czech
  'áíýéčžšľúťôňďäóĺŕ', // Slovak
  'éáöóőüíűú', // Hungarian
  'čžšćđ', // Slovene, Croatian, Bosnian, Serbian
  'ăţşîâ', // Romanian
  'ěłšćžčřńóź', // Sorbian
]

const BALTIC: readonly Letters[] = [
  'ėšųįąžūčę', // Lithuanian
  'āīēšņūļžķģč', // Latvian
  'õäüöšž', // Estonian
]

const CYRILLIC: readonly Letters[] = [
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', // Russian
  'оанивірестлкудмпязьбгчйхцїжєюшщфґ', // Ukrainian
  'аныіровеслткдпяумзцьўчгбйхшжюэёф', // Belarusian
  'аиоетнрсвлкдпмзъубгчяжщцхйшюфь', // Bulgarian
  'аоиенрстувдкмлпјзбгчшцњжљхћђфџ', // Serbian
  'аоиетнврсдлкпумјзбгчшцжњќѓфхљџѕ', // Macedonian
]

const GREEK: readonly Letters[] = ['αοιετνσηρπκμυλίςάγδόέθωήχβφύώξζψϊϋ']
const HEBREW: readonly Letters[] = ['יוהלאתרבשמנדכםעחקפסגטןזצץףך']
const ARABIC: readonly Letters[] = [
  'الينومترةعبدسفحقكهجأشصطخىإضزذغءثئظآؤ', // Arabic
  'ايرندموهتبسشكلکزگفقعخحجپطصآچضغذثظئژ', // Persian
  'ايركکےونسہهمتلبںگدپجعقچفٹئحشخزھطصڑآضڈذظغث', // Urdu
]
const TURKISH: readonly Letters[] = ['ıüşçğöİâî']
const VIETNAMESE: readonly Letters[] = ['\u0301\u0300đư\u0323ôâơêàá\u0309ăãíóòúìùéýèõ\u0303']
const THAI: readonly Letters[] = ['านรกอเง่มยลิว้ดทสตั์ปบะีคหแจใพชุขโไูืธำ็ซถศภผณฟษญฉฐฝฤฏฮฎฒฑฬฆๆฯ']

/** The encodings with one byte for each character, the likelier of two that give the same text first. */
export const SINGLE_BYTE: readonly { readonly label: string; readonly languages: readonly Letters[] }[] = [
  { label: 'windows-1252', languages: WESTERN },
  { label: 'windows-1250', languages: CENTRAL },
  { label: 'iso-8859-2', languages: CENTRAL },
  { label: 'windows-1257', languages: BALTIC },
  { label: 'windows-1254', languages: TURKISH },
  { label: 'windows-1258', languages: VIETNAMESE },
  { label: 'windows-1251', languages: CYRILLIC },
  { label: 'koi8-r', languages: CYRILLIC },
  { label: 'koi8-u', languages: CYRILLIC },
  { label: 'iso-8859-5', languages: CYRILLIC },
  { label: 'ibm866', languages: CYRILLIC },
  { label: 'x-mac-cyrillic', languages: CYRILLIC },
  { label: 'windows-1253', languages: GREEK },
  { label: 'iso-8859-7', languages: GREEK },
  { label: 'windows-1255', languages: HEBREW },
  { label: 'windows-1256', languages: ARABIC },
  { label: 'iso-8859-6', languages: ARABIC },
  { label: 'windows-874', languages: THAI },
  { label: 'macintosh', languages: WESTERN },
]
