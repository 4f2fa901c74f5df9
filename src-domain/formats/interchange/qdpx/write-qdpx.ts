import type { Zippable } from 'fflate'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { mapsInOrder } from '../../../records/map'
import type { Relation } from '../../../records/relation'
import { sourcesInOrder, type Source } from '../../../records/source'
import { element, type XmlElement } from '../../export/picture/svg-xml'
import type { ExportWriter } from '../../export/writer'
import { CodePoints } from '../offsets'
import { Guids } from './guids'
import { CATEGORIES } from './own-project'
import { coding, edge, isLink, link, sameClaim, vertex } from './refi-elements'
import { rewriteQdpx } from './rewrite-qdpx'
import { document, WrittenCodes } from './written-codes'

/**
 * Writes a project as a REFI-QDA project (.qdpx): texts, coded passages, links and maps. One that came from such an
 * archive is that archive again, with what changed.
 */
export const writeQdpx: ExportWriter = async ({ project }, { uuid }) => {
  const { strToU8, zipSync } = await import('fflate')
  const files: Zippable = {}
  const parts = rewriteQdpx(project, uuid) ?? new Written(project, new Guids(uuid)).parts()
  for (const [path, text] of parts) files[path] = strToU8(text)
  // The date of the archive's parts is fixed, so that the same project gives the same file.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/** Collects the parts of a project's archive. */
class Written {
  readonly #codes: WrittenCodes
  /** The selection or note that stands for a claim: the first, if it rests on several passages. */
  readonly #standsFor = new Map<string, string>()
  readonly #texts = new Map<string, string>()
  readonly #links: XmlElement[] = []

  constructor(
    private readonly project: Project,
    private readonly guids: Guids,
  ) {
    this.#codes = new WrittenCodes(project, guids)
  }

  parts(): ReadonlyMap<string, string> {
    const { project } = this
    const sources = sourcesInOrder(project.sources.values()).map((source) => this.#source(source))
    const notes = [...project.claims.values()].flatMap((claim) => this.#note(claim))
    const links = [...project.relations.values()].flatMap((relation) => this.#link(relation))
    const graphs = mapsInOrder(project.maps.values()).map(({ id, name }) => this.#graph(id, name))
    const { title, created } = project.about
    const list = (name: string, children: readonly XmlElement[]) =>
      children.length > 0 ? [element(name, {}, ...children)] : []
    const root = element(
      'Project',
      {
        xmlns: 'urn:QDA-XML:project:1.0',
        name: title || 'Project',
        origin: 'Counterpoint',
        creationDateTime: created,
      },
      ...this.#codes.codebook(),
      ...list('Sources', sources),
      ...list('Notes', notes),
      ...list('Links', [...this.#links, ...links]),
      ...list('Sets', this.#codes.sets(CATEGORIES)),
      ...list('Graphs', graphs),
    )
    const texts = [...this.#texts].map(([guid, text]) => [`sources/${guid}.txt`, text] as const)
    return new Map([['project.qde', document(root)], ...texts])
  }

  #source(source: Source): XmlElement {
    const guid = this.guids.of('source', source)
    this.#texts.set(guid, source.text)
    const points = new CodePoints(source.text)
    const excerpts = [...this.project.excerpts.values()].filter((excerpt) => excerpt.source === source.id)
    return element(
      'TextSource',
      {
        guid,
        name: source.title,
        plainTextPath: `internal://${guid}.txt`,
        creationDateTime: source.added,
      },
      ...excerpts.flatMap((excerpt) => this.#selection(excerpt, points)),
    )
  }

  #selection(excerpt: Excerpt, points: CodePoints): XmlElement[] {
    const claim = this.project.claims.get(excerpt.claim)
    if (!claim || excerpt.anchor === 'lost' || excerpt.anchor === 'ambiguous') return []
    const guid = this.guids.of('selection', excerpt)
    const first = this.#standsFor.get(claim.id)
    if (first === undefined) this.#standsFor.set(claim.id, guid)
    else this.#links.push(sameClaim(this.guids.made(`same ${excerpt.id}`), first, guid))
    const [startPosition, endPosition] = [points.toPoints(excerpt.start), points.toPoints(excerpt.end)]
    return [
      element(
        'PlainTextSelection',
        { guid, name: claim.text, startPosition, endPosition, creationDateTime: claim.created },
        ...this.#said(claim, first === undefined),
      ),
    ]
  }

  /** A claim that rests on no passage is a note. */
  #note(claim: Claim): XmlElement[] {
    if (this.#standsFor.has(claim.id)) return []
    const guid = this.guids.of('note', claim)
    this.#standsFor.set(claim.id, guid)
    const [description, ...codings] = this.#said(claim, true)
    const isNote = description?.name === 'Description'
    return [
      element(
        'Note',
        { guid, name: this.project.categories.get(claim.category)?.name, creationDateTime: claim.created },
        ...(isNote ? [description] : []),
        element('PlainTextContent', {}, claim.text),
        ...(isNote ? codings : this.#said(claim, true)),
      ),
    ]
  }

  /** The note of a claim, and its codes. The note stands once, at the first of several passages. */
  #said(claim: Claim, isFirst: boolean): XmlElement[] {
    const note = claim.note !== '' && isFirst ? [element('Description', {}, claim.note)] : []
    const codings = this.#codes
      .of(claim)
      .map((code, at) => coding(this.guids.made(`coding ${claim.id} ${code} ${at}`), code))
    return [...note, ...codings]
  }

  #link(relation: Relation): XmlElement[] {
    const [from, to] = [relation.premises[0]!, relation.target].map((claim) => this.#standsFor.get(claim))
    if (!isLink(relation) || from === undefined || to === undefined) return []
    return [link(this.guids.of('link', relation), relation, from, to)]
  }

  #graph(map: string, name: string): XmlElement {
    const cards = [...this.project.placements.values()].filter((card) => card.map === map)
    const vertices = new Map<string, string>()
    const drawn = cards.flatMap((card) => {
      const representedGUID = this.#standsFor.get(card.claim)
      if (representedGUID === undefined) return []
      const guid = this.guids.made(`vertex ${card.id}`)
      vertices.set(card.claim, guid)
      return [vertex(guid, representedGUID, card, this.project.claims.get(card.claim)?.text ?? '')]
    })
    const lines = [...this.project.relations.values()].flatMap((relation) => {
      const [from, to] = [vertices.get(relation.premises[0]!), vertices.get(relation.target)]
      if (!isLink(relation) || !from || !to) return []
      const guid = this.guids.made(`edge ${map} ${relation.id}`)
      return [edge(guid, this.guids.of('link', relation), from, to)]
    })
    return element('Graph', { guid: this.guids.made(`graph ${map}`), name }, ...drawn, ...lines)
  }
}
