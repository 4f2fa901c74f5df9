/**
 * News agencies by the spellings under which articles credit them. Short names that are words or initials of other things
 * count in brackets or before a dash only, as in “ANKARA (AP) —”.
 */
const AGENCIES: readonly { readonly name: string; readonly spelt: RegExp }[] = [
  { name: 'Anadolu', spelt: /\bAnadolu(?: Agency| Ajansı|\/AA)?\b|[([]AA[)\]]|\bAA\s+[–—-]\s/u },
  { name: 'AFP', spelt: /\bAFP\b|Agence France[- ]Presse/u },
  { name: 'AP', spelt: /\bAssociated Press\b|[([]AP[)\]]|\bAP\s+[–—-]\s/u },
  { name: 'Reuters', spelt: /\bReuters\b|\bREUTERS\b/u },
  { name: 'TASS', spelt: /\b(?:ITAR[- ])?TASS\b|ТАСС/u },
  { name: 'Interfax', spelt: /\bInterfax\b|Интерфакс/u },
  { name: 'RIA Novosti', spelt: /\bRIA(?: Novosti)?\b|РИА Новости/u },
  { name: 'dpa', spelt: /\bdpa\b|\bDPA\b|Deutsche Presse-Agentur/u },
  { name: 'Xinhua', spelt: /\bXinhua\b|新华社/u },
  { name: 'EFE', spelt: /\bEFE\b/u },
  { name: 'ANSA', spelt: /\bANSA\b/u },
  { name: 'Kyodo', spelt: /\bKyodo\b|共同通信/u },
  { name: 'UPI', spelt: /\bUPI\b|United Press International/u },
  { name: 'Bloomberg', spelt: /\bBloomberg(?: News)?\b/u },
  { name: 'PTI', spelt: /\bPTI\b|Press Trust of India/u },
  { name: 'IRNA', spelt: /\bIRNA\b/u },
]

/** The agencies that a text names, in no particular order. */
export const agenciesIn = (text: string): string[] =>
  AGENCIES.filter(({ spelt }) => spelt.test(text)).map(({ name }) => name)
