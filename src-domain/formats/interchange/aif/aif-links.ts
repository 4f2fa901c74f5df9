import type { AifFile } from './aif-file'

const NONE: readonly string[] = []

/** What leads where among the nodes of an AIF file. */
export class AifLinks {
  readonly #into = new Map<string, string[]>()
  readonly #outOf = new Map<string, string[]>()

  constructor(private readonly file: AifFile) {
    for (const { from, to } of file.edges) {
      add(this.#outOf, from, to)
      add(this.#into, to, from)
    }
  }

  into = (id: string): readonly string[] => this.#into.get(id) ?? NONE
  outOf = (id: string): readonly string[] => this.#outOf.get(id) ?? NONE

  typeOf = (id: string): string => this.file.nodes.get(id)?.type ?? ''

  isClaim = (id: string): boolean => ['I', 'EN'].includes(this.typeOf(id))
  isStep = (id: string): boolean => ['RA', 'CA'].includes(this.typeOf(id))

  /** The claims to which a locution leads by an illocution, each once. */
  claimsSaidBy(locution: string): string[] {
    const acts = this.outOf(locution).filter((id) => this.typeOf(id) === 'YA')
    return [...new Set(acts.flatMap((act) => this.outOf(act).filter(this.isClaim)))]
  }

  /** Whether a locution only reports other locutions, as when OVA notes who analysed what. */
  onlyReports(locution: string): boolean {
    const next = this.outOf(locution)
    const reports = (id: string) =>
      this.typeOf(id) === 'YA' && this.outOf(id).some((to) => this.typeOf(to) === 'L')
    return next.length > 0 && next.every(reports) && this.claimsSaidBy(locution).length === 0
  }

  /** The locutions that follow one by a transition. */
  nextLocutions = (locution: string): string[] =>
    this.outOf(locution)
      .filter((id) => this.typeOf(id) === 'TA')
      .flatMap((id) => this.outOf(id).filter((to) => this.typeOf(to) === 'L'))
}

function add(index: Map<string, string[]>, key: string, value: string): void {
  const known = index.get(key)
  if (known) known.push(value)
  else index.set(key, [value])
}
