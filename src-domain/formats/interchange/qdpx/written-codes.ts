import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import { SHADES } from '../../../vocabulary/palette'
import { element, render, writable, type XmlElement } from '../../export/picture/svg-xml'
import type { Guids } from './guids'

interface Code {
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly colour: string
  readonly below: Map<string, Code>
}

/** The codes of a project: a top code for each category, and one for each tag, nested at its slashes. */
export class WrittenCodes {
  readonly #top = new Map<string, Code>()
  readonly #ofTag = new Map<string, string>()
  readonly #ofCategory = new Map<string, string>()

  constructor(
    project: Project,
    private readonly guids: Guids,
  ) {
    for (const category of project.categories.values()) {
      const code = {
        guid: guids.of('code', category),
        name: category.name,
        description: category.definition,
        colour: SHADES.light[category.colour].mark,
        below: new Map<string, Code>(),
      }
      this.#ofCategory.set(category.id, code.guid)
      this.#top.set(category.name, code)
    }
    for (const tag of new Set([...project.claims.values()].flatMap(({ tags }) => tags)))
      this.#ofTag.set(tag, this.#codeOf(tag))
  }

  /** The codes of a claim; the first is its category. */
  of({ category, tags }: Claim): string[] {
    const [first, codes] = [this.#ofCategory.get(category), tags.flatMap((tag) => this.#ofTag.get(tag) ?? [])]
    return [...new Set([...(first === undefined ? [] : [first]), ...codes])]
  }

  /** The codebook, or nothing if there is no code. */
  codebook(): XmlElement[] {
    const codes = [...this.#top.values()].map(codeElement)
    return codes.length > 0 ? [element('CodeBook', {}, element('Codes', {}, ...codes))] : []
  }

  /** A set with the codes that are categories. */
  sets(name: string): XmlElement[] {
    const members = [...this.#ofCategory.values()].map((targetGUID) => element('MemberCode', { targetGUID }))
    return members.length > 0
      ? [element('Set', { guid: this.guids.made(`set ${name}`), name }, ...members)]
      : []
  }

  #codeOf(tag: string): string {
    let level = this.#top
    let guid = ''
    let path = ''
    for (const name of tag.split(' / ')) {
      path = path === '' ? name : `${path} / ${name}`
      const known = level.get(name)
      const code = known ?? {
        guid: this.guids.made(`tag ${path}`),
        name,
        description: '',
        colour: '',
        below: new Map<string, Code>(),
      }
      level.set(name, code)
      level = code.below
      guid = code.guid
    }
    return guid
  }
}

const codeElement = ({ guid, name, description, colour, below }: Code): XmlElement =>
  element(
    'Code',
    { guid, name: writable(name).trim() || '…', isCodable: 'true', color: colour },
    ...(description === '' ? [] : [element('Description', {}, description)]),
    ...[...below.values()].map(codeElement),
  )

/** The text of an XML file. */
export const document = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${render(root)}\n`
