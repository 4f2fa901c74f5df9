import { FIRST_CATEGORIES } from '../../../records/category'
import type { Claim } from '../../../records/claim'
import { element } from '../../export/picture/svg-xml'
import type { Correspondences } from '../correspondence'
import type { Element } from '../xml-edits'
import { tagOf, type Code } from './codes'
import type { Guids } from './guids'
import { CATEGORIES, CATEGORIES_ELSEWHERE, OWN } from './own-project'
import type { RefiFile } from './refi-file'
import { coding, pathOf } from './refi-elements'
import { renamedCodes } from './renamed-codes'

/** What a code says of a claim now. */
interface Said {
  readonly category: string | undefined
  readonly tag: string | undefined
}

const BEFORE_CODINGS = ['Description', 'Representation', 'PlainTextContent', 'PlainTextSelection']

/** The name of the category that a code gives. */
const nameOf = (category: string | undefined): string | undefined =>
  FIRST_CATEGORIES.find(({ id }) => id === category)?.name ?? category

/** What a claim has whose codes say no category. */
const DEFAULT = nameOf('evidence')!

/** Changes of the codes of a project that came in, and of the codings of its claims. */
export class CodeChanges {
  readonly #said = new Map<string, Said>()
  readonly #ofTag = new Map<string, string>()
  readonly #ofCategory = new Map<string, string>()

  /** @param codes what the codes said when the file came, by GUID */
  constructor(
    private readonly file: RefiFile,
    private readonly records: Correspondences,
    codes: ReadonlyMap<string, Code>,
    private readonly guids: Guids,
  ) {
    const paths = new Map(file.codes.map((code) => [file.guidOf(code), pathOf(code)]))
    for (const { id, then, now } of records.of('categories')) {
      const code = file.element(id)
      if (!code || !now || now.name === then.name) continue
      file.set(code, 'name', now.name)
      this.#addCategory(id, now.name)
    }
    for (const [code, name] of renamedCodes(records, codes, paths))
      file.set(file.element(code)!, 'name', name)
    const categoryOf = new Map(records.of('categories').map(({ id, now }) => [id, now?.name]))
    for (const { id, category, tag } of codes.values()) {
      const code = file.element(id)
      if (!code) continue
      const names = pathOf(code, (each) => file.valueOf(each, 'name'))
      const said = {
        category: categoryOf.get(id) ?? nameOf(category),
        tag: tag === undefined ? undefined : tagOf(names),
      }
      this.#said.set(id, said)
      const guid = code.attributes['guid'] ?? ''
      if (said.tag !== undefined && !this.#ofTag.has(said.tag)) this.#ofTag.set(said.tag, guid)
      else if (said.tag === undefined && said.category !== undefined)
        this.#ofCategory.set(said.category, guid)
    }
  }

  /**
   * Sets the codings of a claim in its elements.
   * @param elements those whose codes say something of the claim; the first gets what is new
   */
  set(claim: Claim, elements: readonly Element[]): void {
    const [first] = elements
    if (!first) return
    const wanted = this.records.now.categories.get(claim.category)?.name ?? DEFAULT
    const free: Element[] = []
    const left = elements.map((each) =>
      this.#codings(each).flatMap(({ coding, said }) => {
        const isWanted =
          said === undefined ||
          (said.tag === undefined ? said.category === wanted : claim.tags.includes(said.tag))
        if (!isWanted) free.push(coding)
        return isWanted && said ? [said] : []
      }),
    )
    // As the reader does: the first category of an element, and that of a further one if it says the usual one.
    const category = left.reduce((found, each) => {
      const own = each.find((said) => said.category !== undefined)?.category
      return found === DEFAULT ? (own ?? found) : found
    }, DEFAULT)
    const code = (guid: string, after: readonly string[]) => {
      const [ref] = free.shift()?.children ?? []
      if (ref) this.file.set(ref, 'targetGUID', guid)
      else this.file.append(first, after, coding(this.guids.made(`coding ${claim.id} ${guid}`), guid))
    }
    // The first category counts, so that this one must be before any other that the codes say.
    if (category !== wanted && left.flat().every((said) => said.category === undefined))
      code(this.#categoryCode(wanted), BEFORE_CODINGS)
    else if (category !== wanted) {
      const guid = this.#categoryCode(wanted)
      this.file.append(first, BEFORE_CODINGS, coding(this.guids.made(`coding ${claim.id} ${guid}`), guid))
    }
    const has = new Set(left.flat().map(({ tag }) => tag))
    for (const tag of claim.tags) if (!has.has(tag)) code(this.#tagCode(tag), [...BEFORE_CODINGS, 'Coding'])
    for (const coding of free) this.file.remove(coding)
  }

  /** The codings of a new element. */
  codingsOf(claim: Claim) {
    const wanted = this.records.now.categories.get(claim.category)?.name ?? DEFAULT
    const codes = [this.#categoryCode(wanted), ...claim.tags.map((tag) => this.#tagCode(tag))]
    return codes.map((code) => coding(this.guids.made(`coding ${claim.id} ${code}`), code))
  }

  #codings(each: Element): { coding: Element; said: Said | undefined }[] {
    return each.children
      .filter(({ name }) => name === 'Coding')
      .map((coding) => {
        const [ref] = coding.children.filter(({ name }) => name === 'CodeRef')
        return { coding, said: ref && this.#said.get(this.file.guidOf(ref, 'targetGUID')) }
      })
  }

  #categoryCode(name: string): string {
    const known = this.#ofCategory.get(name)
    if (known !== undefined) return known
    const guid = this.guids.made(`category ${name}`)
    this.file.addCode(element('Code', { guid, name, isCodable: 'true' }))
    this.#ofCategory.set(name, guid)
    this.#addCategory(guid, name)
    return guid
  }

  /** Says that a code is a category where its name does not. */
  #addCategory(guid: string, name: string): void {
    if (FIRST_CATEGORIES.some((each) => each.name.toLowerCase() === name.toLowerCase())) return
    const set = OWN.test(this.file.origin) ? CATEGORIES : CATEGORIES_ELSEWHERE
    this.file.addMember(set, this.guids.made(`set ${set}`), guid)
  }

  #tagCode(tag: string): string {
    const known = this.#ofTag.get(tag)
    if (known !== undefined) return known
    const guid = this.guids.made(`tag ${tag}`)
    this.#ofTag.set(tag, guid)
    const at = tag.lastIndexOf(' / ')
    const above =
      at < 0 ? undefined : this.file.element((this.#ofTag.get(tag.slice(0, at)) ?? '').toLowerCase())
    // Without the code above it, the whole tag is the name: reading gives the same.
    const name = above ? tag.slice(at + 3) : tag
    const code = element('Code', { guid, name, isCodable: 'true' })
    if (above) this.file.append(above, ['Description', 'NoteRef', 'Code'], code)
    else this.file.addCode(code)
    return guid
  }
}
