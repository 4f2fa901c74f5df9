import { lowered, raised } from '#domain/text/clean/raised'

/** Fields whose words are shown. Others, such as addresses, may have the sign of mathematics as it is. */
const SHOWN =
  /\b(?:\w*title(?:addon)?|journal\w*|publisher|institution|series|note|abstract)\s*=\s*(?=[{"])/gi

/** Lists of names. */
const NAMES = /\b(?:author|editor|translator)\s*=\s*(?=[{"])/gi

/** Letters that are commands. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    'aa å AA Å ae æ AE Æ o ø O Ø oe œ OE Œ l ł L Ł ss ß dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ slash /',
  ].flatMap((all) =>
    [...all.matchAll(/(\S+) (\S+)/g)].map(([, name, letter]): [string, string] => [name!, letter!]),
  ),
)
const LETTER = /\\(aa|AA|ae|AE|oe|OE|o|O|l|L|ss|dh|DH|th|TH|dj|DJ|ng|NG|slash)(?![a-zA-Z])(?:\{\}| +)?/g
/** An i or j that has no dot, because an accent takes its place. */
const UNDOTTED = /(\\["'`^~=.](?:\s*\{)?|\\[uvHr](?:\s*\{|\s+))\\([ij])(?![a-zA-Z])(?:\{\}| +)?/g

/** Commands that set nothing. */
const NOTHING =
  /\\(?:relax|protect|allowbreak|nobreak|linebreak|newline|break|sloppy|displaystyle|textstyle|limits|nolimits|left|right|[bB]igg?[lr]?)(?![a-zA-Z])\s*/g

/**
 * The text of a BibTeX entry without commands that set nothing, and with the mathematics in its titles as plain text:
 * `CO$_2$`, `$10^{6}$` and `$\alpha$-particles` become CO2, 10⁶ and α-particles.
 */
export function withoutTex(entry: string): string {
  if (!/[\\$]/.test(entry)) return entry
  const kept: string[] = []
  const source = entry
    .replace(NOTHING, '')
    .replace(UNDOTTED, '$1$2')
    .replace(LETTER, (whole, name: string) => LETTERS.get(name) ?? whole)
  let from = 0
  for (const { index, 0: name } of source.matchAll(SHOWN)) {
    const start = index + name.length
    if (start < from) continue
    const end = endOfValue(source, start)
    kept.push(source.slice(from, start), withPlainMaths(source.slice(start, end)))
    from = end
  }
  return kept.join('') + source.slice(from)
}

/** A BibTeX entry whose lists of names do not end with “and”, which citation-js takes for a name. */
export function withWholeNames(entry: string): string {
  const kept: string[] = []
  let from = 0
  for (const { index, 0: name } of entry.matchAll(NAMES)) {
    const start = index + name.length
    const end = endOfValue(entry, start)
    if (start < from) continue
    kept.push(entry.slice(from, start), entry.slice(start, end).replace(/(?:\s+and)+\s*([}"])$/i, '$1'))
    from = end
  }
  return kept.join('') + entry.slice(from)
}

/** Where a value in braces or quotation marks ends. */
function endOfValue(text: string, start: number): number {
  const quoted = text[start] === '"'
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0 && !quoted) return at + 1
    else if (quoted && at > start && depth === 0 && text[at] === '"') return at + 1
  }
  return text.length
}

const MATHS =
  /(?<!\\)\$\$?([^$]{1,500}?)(?<!\\)\$\$?|\\\(([^$]{1,500}?)\\\)|\\ensuremath\s*\{([^{}]{1,500})\}/g

function withPlainMaths(value: string): string {
  return value.replace(
    MATHS,
    (whole, a: string | undefined, b: string | undefined, c: string | undefined, at: number) => {
      const maths = a ?? b ?? c ?? ''
      // Two sums of money in one title: between them are words.
      if (a !== undefined && !/[\\^_{}=<>+|]/.test(a) && /\s\S*\p{L}{3}|\p{L}{4}/u.test(a))
        return whole.replaceAll('$', '\\$')
      return escaped(plainMaths(maths, value.slice(0, at).replace(/[{}]/g, '')))
    },
  )
}

/** Signs that BibTeX would read as its own. */
const escaped = (words: string): string => words.replace(/[%&#$]/g, '\\$&').replaceAll('~', ' ')

/** Commands and their signs, in turn. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  [
    ...(
      'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ ' +
      'lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma ' +
      'Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × cdot · pm ± mp ∓ ' +
      'leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ~ simeq ≃ equiv ≡ propto ∝ infty ∞ to → rightarrow → ' +
      'leftarrow ← leftrightarrow ↔ Rightarrow ⇒ mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ ' +
      'emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ ell ℓ hbar ħ ' +
      'degree ° circ ∘ prime ′ star ⋆ ast ∗ dagger † oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ langle ⟨ rangle ⟩ ' +
      'ldots … dots … cdots ⋯ textdegree ° lt < gt > mid | vert | sqrt √ Re ℜ Im ℑ aleph ℵ bullet • angle ∠ ' +
      'odot ⊙ sun ☉'
    ).matchAll(/(\w+) (\S+)/g),
  ].map(([, name, sign]) => [name!, sign!]),
)

/** Commands around words that stay as they are. */
const AROUND = /^(?:(?:math|text|oper)[a-z]*|mbox|hbox|rm|bf|it|sf|tt|cal|boldsymbol|bm|overline|underline)$/

/** Accents, as the marks of Unicode that combine with the letter before them. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['tilde', '\u0303'],
  ['bar', '\u0304'],
  ['breve', '\u0306'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['check', '\u030c'],
  ['vec', '\u20d7'],
])

/** Mathematics in TeX as plain text: raised and lowered figures as signs of their own, symbols as Unicode has them. */
export function plainMaths(tex: string, before = ''): string {
  let out = ''
  let at = 0
  /** The next group in braces, command or sign. */
  const argument = (): string => {
    while (tex[at] === ' ') at++
    if (tex[at] === '{') {
      const start = at
      for (let depth = 0; at < tex.length; at++) {
        if (tex[at] === '{') depth++
        if (tex[at] === '}' && --depth === 0) break
      }
      at++
      return plainMaths(tex.slice(start + 1, at - 1), before + out)
    }
    return tex[at] === '\\' ? command() : (tex[at++] ?? '')
  }
  const command = (): string => {
    const name = /^\\(?:[a-zA-Z]+|.)?/.exec(tex.slice(at))![0].slice(1)
    at += name.length + 1
    if (name === 'quad' || name === 'qquad') return ' '
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac') return `${argument()}/${argument()}`
    if (name === 'sqrt') {
      const root = argument()
      return root.length > 1 ? `√(${root})` : `√${root}`
    }
    const accent = ACCENTS.get(name)
    if (accent !== undefined) return (argument() + accent).normalize('NFC')
    if (AROUND.test(name)) {
      if (tex[at] === ' ') at++
      return tex[at] === '{' ? argument() : ''
    }
    if (/^[a-zA-Z]/.test(name)) {
      const symbol = SYMBOLS.get(name)
      // A space ends the name of a command and is not set.
      if (symbol !== undefined && /^ +[^ ]/.test(tex.slice(at)) && /\p{L}/u.test(symbol)) at++
      return symbol ?? name
    }
    return name === ',' || name === ';' || name === ':' || name === ' ' ? ' ' : name === '!' ? '' : name
  }
  while (at < tex.length) {
    const sign = tex[at]!
    if (sign === '^' || sign === '_') {
      at++
      const words = argument()
      if (words === '∘') out += '°'
      else if (words === '′') out += '′'
      else out += sign === '^' ? raised(words, before + out) : lowered(words, before + out)
    } else if (sign === '\\') out += command()
    else if (sign === '{') out += argument()
    else {
      at++
      if (sign !== '}') out += sign
    }
  }
  return out.replace(/\s+/g, ' ')
}

/** A web address without the TeX around it and in it. */
export const plainAddress = (words: string): string =>
  words
    .replace(/\\(?:url|path|nolinkurl)(?![a-zA-Z])|[{}]/g, '')
    .replace(/\\(?=[_%&#~$])/g, '')
    .trim()

/** A DOI without the TeX and HTML that reference managers write for its angle brackets and underscores. */
export const plainDoi = (words: string): string =>
  words
    .replace(/\{?\\textless\s*(?:\{\})?\}?|\$<\$|&lt;/g, '<')
    .replace(/\{?\\textgreater\s*(?:\{\})?\}?|\$>\$|&gt;/g, '>')
    .replace(/\\(?=[_%&#])|[{}]/g, '')
