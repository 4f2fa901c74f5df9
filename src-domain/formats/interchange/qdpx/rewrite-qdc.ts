import type { Project } from '../../../document/project'
import { FIRST_CATEGORIES, type Category } from '../../../records/category'
import { SHADES } from '../../../vocabulary/palette'
import { element, render } from '../../export/picture/svg-xml'
import type { ExportEnv } from '../../export/writer'
import { Correspondences } from '../correspondence'
import { attributeWords, XmlEdits, type Element } from '../xml-edits'
import { Guids } from './guids'
import { OWN, TAGS_ELSEWHERE } from './own-project'
import { readQdc } from './read-qdc'
import { pathOf, written } from './refi-elements'

/**
 * The one codebook of REFI-QDA from which categories of a project came, with what was changed since, and what is new
 * after the rest. Undefined if there is no such codebook, or several.
 */
export function rewriteQdc(project: Project, uuid: ExportEnv['uuid']): string | undefined {
  const [origin, ...others] = [...project.origins.values()].filter(({ format }) => format === 'qdc')
  if (!origin || others.length > 0) return undefined
  const records = new Correspondences(project, origin, readQdc)
  const book = new Codebook(origin.content, new Guids(uuid))
  for (const { id, then, now } of records.of('categories')) book.change(id, then, now)
  const used = new Set([...project.claims.values()].map(({ category }) => category))
  for (const category of records.added('categories'))
    if (used.has(category.id) || !isFirst(category)) book.addCategory(category)
  book.addTags(new Set([...project.claims.values()].flatMap(({ tags }) => tags)))
  return book.text()
}

/** Whether a category is as every project has it from the start. */
const isFirst = (category: Category): boolean =>
  FIRST_CATEGORIES.some(
    ({ name, definition, colour }) =>
      name === category.name && definition === category.definition && colour === category.colour,
  )

class Codebook {
  readonly #xml: XmlEdits

  constructor(
    content: string,
    private readonly guids: Guids,
  ) {
    this.#xml = new XmlEdits(content)
  }

  text = (): string => this.#xml.text()

  change(id: string, then: Category, now: Category | undefined): void {
    const code = this.#codes().find(({ attributes }) => attributes['guid']?.toLowerCase() === id)
    if (!code) return
    if (!now) this.#remove(code)
    else {
      if (now.name !== then.name) this.#xml.set(code, 'name', attributeWords(now.name))
      // A category that every project has keeps its own definition and colour when a codebook comes in.
      if (isFirst(now)) return
      if (now.definition !== then.definition) this.#define(code, now.definition)
      if (now.colour !== then.colour) this.#xml.set(code, 'color', SHADES.light[now.colour].mark)
    }
  }

  addCategory(category: Category): void {
    const { name, definition, colour } = category
    const guid = this.guids.of('code', category)
    this.#add(guid, name, { color: SHADES.light[colour].mark }, definition)
  }

  addTags(tags: ReadonlySet<string>): void {
    const known = new Set(this.#codes().map((code) => pathOf(code).join(' / ')))
    const added = [...tags].filter((tag) => !known.has(tag))
    const codes = added.map((tag) => [this.guids.made(`tag ${tag}`), tag] as const)
    for (const [guid, tag] of codes) this.#add(guid, tag, {}, '')
    const { root } = this.#xml
    // In a codebook of ours, codes without a colour are tags.
    if (!root || codes.length === 0 || OWN.test(root.attributes['origin'] ?? '')) return
    const members = codes.map(([targetGUID]) => element('MemberCode', { targetGUID }))
    const own = this.#xml.named('Set').find(({ attributes }) => attributes['name'] === TAGS_ELSEWHERE)
    const set = element(
      'Set',
      { guid: this.guids.made(`set ${TAGS_ELSEWHERE}`), name: TAGS_ELSEWHERE },
      ...members,
    )
    const sets = root.children.find(({ name }) => name === 'Sets')
    if (own)
      for (const member of members)
        this.#xml.append(own, ['Description', 'MemberCode'], this.#written(member))
    else if (sets) this.#xml.append(sets, ['Set'], this.#written(set))
    else this.#xml.append(root, ['Codes'], this.#written(element('Sets', {}, set)))
  }

  #codes = (): readonly Element[] => this.#xml.named('Code')

  #add(guid: string, name: string, look: { color?: string }, definition: string): void {
    const holder = this.#xml.root?.children.find((each) => each.name === 'Codes')
    const description = definition === '' ? [] : [element('Description', {}, definition)]
    const code = element('Code', { guid, name, isCodable: 'true', ...look }, ...description)
    if (holder) this.#xml.append(holder, ['Code'], this.#written(code))
    else if (this.#xml.root) this.#xml.append(this.#xml.root, [], this.#written(element('Codes', {}, code)))
  }

  #remove(code: Element): void {
    // Codes below it are no categories of the project, and stay.
    if (code.children.some(({ name }) => name === 'Code')) this.#xml.set(code, 'isCodable', 'false')
    else {
      this.#xml.remove(code)
      const guid = code.attributes['guid']?.toLowerCase()
      for (const member of this.#xml.named('MemberCode'))
        if (member.attributes['targetGUID']?.toLowerCase() === guid) this.#xml.remove(member)
    }
  }

  #define(code: Element, definition: string): void {
    const known = code.children.find(({ name }) => name === 'Description')
    if (known && definition === '') this.#xml.remove(known)
    else if (known) this.#xml.fill(known, render(definition))
    else this.#xml.append(code, [], this.#written(element('Description', {}, definition)))
  }

  #written = (node: Parameters<typeof written>[0]): string => written(node, this.#xml.root)
}
