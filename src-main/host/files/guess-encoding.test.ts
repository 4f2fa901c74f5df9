import { expect, test } from 'vitest'
import { ENCODINGS } from '#domain/vocabulary/encodings'
import { decode } from './decode'
import { encodeIn } from './encode'
import { SINGLE_BYTE } from './letters-of-languages'

const CENTRAL = ['windows-1250', 'iso-8859-2']
const CYRILLIC = ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic']
const WESTERN = ['windows-1252', 'macintosh']

/** The same news in many languages. */
const NEWS: readonly (readonly [language: string, encodings: readonly string[], text: string])[] = [
  [
    'Lithuanian',
    ['windows-1257'],
    'Miesto taryba ketvirtadienį uždarė senąjį tiltą per upę, nes inžinieriai rado įtrūkimų atramose. Gyventojai klausia, kodėl apie tai nebuvo pranešta anksčiau. Meras žada, kad remontas prasidės rugsėjį, tačiau pinigų biudžete kol kas nėra, o įmonės siūlo skirtingas kainas.',
  ],
  [
    'Latvian',
    ['windows-1257'],
    'Pilsētas dome ceturtdien slēdza veco tiltu pār upi, jo inženieri balstos atrada plaisas. Iedzīvotāji jautā, kāpēc par to netika ziņots agrāk. Mērs sola, ka remonts sāksies septembrī, taču naudas budžetā pagaidām nav, un uzņēmumi piedāvā dažādas cenas.',
  ],
  [
    'Estonian',
    ['windows-1257', 'windows-1252'],
    'Linnavolikogu sulges neljapäeval vana silla üle jõe, sest insenerid leidsid tugedest pragusid. Elanikud küsivad, miks sellest varem ei räägitud. Linnapea lubab, et remont algab sügisel, kuid raha eelarves veel ei ole ja töövõtjad pakuvad eri hindu.',
  ],
  [
    'Hungarian',
    CENTRAL,
    'A városi tanács csütörtökön lezárta a folyón átívelő régi hidat, mert a mérnökök repedéseket találtak a pillérekben. A lakók azt kérdezik, miért nem szóltak nekik korábban. A polgármester szerint ősszel kezdődik a felújítás, de pénz még nincs rá, és az ajánlatok különböznek.',
  ],
  [
    'Polish',
    CENTRAL,
    'Rada miasta zamknęła w czwartek stary most nad rzeką, ponieważ inżynierowie znaleźli pęknięcia w filarach. Mieszkańcy pytają, dlaczego nie powiedziano im o tym wcześniej. Burmistrz obiecuje, że remont zacznie się we wrześniu, ale pieniędzy w budżecie na razie brakuje.',
  ],
  [
    'Czech',
    CENTRAL,
    'Městská rada ve čtvrtek uzavřela starý most přes řeku, protože inženýři našli v pilířích trhliny. Obyvatelé se ptají, proč jim to nikdo neřekl dříve. Starosta slibuje, že oprava začne v září, ale peníze v rozpočtu zatím chybějí a firmy nabízejí různé ceny.',
  ],
  [
    'Slovak',
    CENTRAL,
    'Mestská rada vo štvrtok uzavrela starý most cez rieku, pretože inžinieri našli v pilieroch trhliny. Obyvatelia sa pýtajú, prečo im to nikto nepovedal skôr. Primátor sľubuje, že oprava sa začne v septembri, ale peniaze v rozpočte zatiaľ chýbajú a ponuky sa líšia.',
  ],
  [
    'Slovene',
    CENTRAL,
    'Mestni svet je v četrtek zaprl stari most čez reko, ker so inženirji v stebrih našli razpoke. Prebivalci sprašujejo, zakaj jim tega nihče ni povedal že prej. Župan obljublja, da se bo obnova začela jeseni, vendar denarja v proračunu še ni, podjetja pa ponujajo različne cene.',
  ],
  [
    'Croatian',
    CENTRAL,
    'Gradsko vijeće u četvrtak je zatvorilo stari most preko rijeke jer su inženjeri u stupovima pronašli pukotine. Građani pitaju zašto im to nitko nije rekao ranije. Gradonačelnik obećava da će obnova početi u rujnu, ali novca u proračunu još nema, a tvrtke nude različite cijene.',
  ],
  [
    'Romanian',
    CENTRAL,
    'Consiliul local a închis joi podul vechi peste râu, pentru că inginerii au găsit fisuri în piloni. Locuitorii întreabă de ce nu li s-a spus mai devreme. Primarul promite că lucrările vor începe în toamnă, dar bani în buget încă nu sunt, iar firmele cer preţuri diferite.',
  ],
  [
    'Russian',
    [...CYRILLIC, 'koi8-r', 'ibm866'],
    'Городской совет в четверг закрыл старый мост через реку, потому что инженеры нашли в опорах трещины. Жители спрашивают, почему им не сказали об этом раньше. Мэр обещает, что ремонт начнётся в сентябре, но денег в бюджете пока нет, а фирмы называют разные цены.',
  ],
  [
    'Ukrainian',
    ['windows-1251', 'koi8-u', 'x-mac-cyrillic'],
    'Міська рада в четвер закрила старий міст через річку, бо інженери знайшли в опорах тріщини. Мешканці питають, чому їм не сказали про це раніше. Мер обіцяє, що ремонт почнеться у вересні, але грошей у бюджеті поки немає, а підприємства називають різні ціни.',
  ],
  [
    'Belarusian',
    CYRILLIC,
    'Гарадскі савет у чацвер закрыў стары мост цераз раку, бо інжынеры знайшлі ў апорах трэшчыны. Жыхары пытаюцца, чаму ім не сказалі пра гэта раней. Мэр абяцае, што рамонт пачнецца ў верасні, але грошай у бюджэце пакуль няма, а фірмы называюць розныя цэны.',
  ],
  [
    'Bulgarian',
    CYRILLIC,
    'Общинският съвет затвори в четвъртък стария мост над реката, защото инженерите откриха пукнатини в опорите. Жителите питат защо никой не им е казал по-рано. Кметът обещава, че ремонтът ще започне през септември, но пари в бюджета още няма.',
  ],
  [
    'Serbian',
    CYRILLIC,
    'Градско веће је у четвртак затворило стари мост преко реке јер су инжењери у стубовима нашли пукотине. Грађани питају зашто им то нико није рекао раније. Градоначелник обећава да ће обнова почети у септембру, али новца у буџету још нема, а фирме нуде различите цене.',
  ],
  [
    'Greek',
    ['windows-1253', 'iso-8859-7'],
    'Το δημοτικό συμβούλιο έκλεισε την Πέμπτη την παλιά γέφυρα του ποταμού, επειδή οι μηχανικοί βρήκαν ρωγμές στα στηρίγματα. Οι κάτοικοι ρωτούν γιατί δεν τους το είπε κανείς νωρίτερα. Ο δήμαρχος υπόσχεται ότι τα έργα θα αρχίσουν τον Σεπτέμβριο.',
  ],
  [
    'Turkish',
    ['windows-1254'],
    'Belediye meclisi perşembe günü nehrin üzerindeki eski köprüyü kapattı, çünkü mühendisler ayaklarda çatlaklar buldu. Halk, bunun neden daha önce söylenmediğini soruyor. Başkan onarımın eylülde başlayacağını söylüyor, ama bütçede henüz para yok.',
  ],
  [
    'Hebrew',
    ['windows-1255'],
    'מועצת העיר סגרה ביום חמישי את הגשר הישן מעל הנהר, כי המהנדסים מצאו סדקים בעמודים. התושבים שואלים מדוע לא אמרו להם על כך קודם. ראש העיר מבטיח שהשיפוץ יתחיל בספטמבר, אך אין עדיין כסף בתקציב והחברות מציעות מחירים שונים.',
  ],
  [
    'Arabic',
    ['windows-1256', 'iso-8859-6'],
    'أغلق مجلس المدينة يوم الخميس الجسر القديم فوق النهر، لأن المهندسين وجدوا شقوقا في الأعمدة. ويسأل السكان لماذا لم يخبرهم أحد بذلك من قبل. ويعد رئيس البلدية بأن تبدأ الأعمال في سبتمبر، لكن المال غير متوفر في الميزانية حتى الآن.',
  ],
  [
    'Persian',
    ['windows-1256'],
    'شوراي شهر روز پنجشنبه پل قديمي روي رودخانه را بست، چون مهندسان در پايه‌ها ترک پيدا کردند. مردم مي‌پرسند چرا زودتر کسي به آنها چيزي نگفت. شهردار مي‌گويد تعمير در پاييز آغاز مي‌شود، اما هنوز پولي در بودجه نيست و شرکت‌ها قيمت‌هاي گوناگون مي‌دهند.',
  ],
  [
    'Thai',
    ['windows-874'],
    'สภาเมืองปิดสะพานเก่าข้ามแม่น้ำเมื่อวันพฤหัสบดี เพราะวิศวกรพบรอยร้าวที่เสา ชาวบ้านถามว่าทำไมไม่มีใครบอกพวกเขาก่อนหน้านี้ นายกเทศมนตรีสัญญาว่าการซ่อมแซมจะเริ่มในเดือนกันยายน แต่ยังไม่มีเงินในงบประมาณ และบริษัทต่าง ๆ เสนอราคาไม่เท่ากัน',
  ],
  [
    'Korean',
    ['euc-kr'],
    '시의회는 목요일에 강 위의 오래된 다리를 폐쇄했다. 기술자들이 기둥에서 균열을 발견했기 때문이다. 주민들은 왜 더 일찍 알려 주지 않았는지 묻는다. 시장은 구월에 공사를 시작하겠다고 약속하지만 예산에는 아직 돈이 없고 업체들은 서로 다른 가격을 제시한다. 시민 단체는 보고서를 공개하라고 요구한다. 다음 회의는 화요일에 열린다.',
  ],
  [
    'English',
    WESTERN,
    'The city council’s engineers didn’t say why the old bridge wasn’t closed sooner. “It’s the mayor’s decision,” said one of them, “and it wasn’t ours.” Residents – they’ve waited for years – don’t believe it’s over. The café’s owner won’t pay; he’s sure that the town’s money has gone.',
  ],
  [
    'French',
    WESTERN,
    'Le conseil municipal a fermé jeudi le vieux pont sur la rivière, parce que les ingénieurs ont trouvé des fissures dans les piliers. Les habitants demandent pourquoi on ne l’a pas annoncé plus tôt. Le maire promet que les travaux commenceront à la rentrée, mais l’argent manque déjà.',
  ],
  [
    'German',
    WESTERN,
    'Der Stadtrat hat am Donnerstag die alte Brücke über den Fluss geschlossen, weil Fachleute Risse in den Pfeilern gefunden haben. Die Bürger fragen, warum man es ihnen nicht früher gesagt hat. Der Bürgermeister verspricht, dass die Arbeiten im Frühjahr beginnen, doch Geld fehlt für größere Pläne.',
  ],
  [
    'Spanish',
    WESTERN,
    'El ayuntamiento cerró el jueves el viejo puente sobre el río, porque los ingenieros encontraron grietas en los pilares. Los vecinos preguntan por qué nadie se lo dijo antes. El alcalde prometió que la reparación empezará en otoño, pero aún no hay dinero este año y la oposición pidió una investigación.',
  ],
]

test.each(
  NEWS.flatMap(([language, encodings, text]) => encodings.map((label) => ({ language, label, text }))),
)('$language in $label is read in every length from 200 to 2,000 characters', ({ label, text }) => {
  for (const length of [200, 500, 1000, 2000]) {
    const given = `${text}\n`.repeat(10).slice(0, length)
    expect(decode(encodeIn(label, given)!)?.text, `${length} characters`).toBe(given)
  }
})

test('every encoding that is guessed can be chosen as well', () => {
  const offered = ENCODINGS.map(({ label }) => label)
  expect(SINGLE_BYTE.map(({ label }) => label).filter((label) => !offered.includes(label))).toEqual([])
})
