import type { Zippable } from 'fflate'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { CARD_WIDTH } from '../../../canvas/card'
import { typicalHeight } from '../../../canvas/card-layout'
import { mapsInOrder } from '../../../records/map'
import { relationWord, type Relation } from '../../../records/relation'
import { sourcesInOrder, type Source } from '../../../records/source'
import { element, type XmlElement } from '../../export/picture/svg-xml'
import type { ExportWriter } from '../../export/writer'
import { CodePoints } from '../offsets'
import { Guids } from './guids'
import { CATEGORIES, SAME_CLAIM } from './own-project'
import { document, WrittenCodes } from './written-codes'

/** Writes a project as a REFI-QDA project (.qdpx): texts, coded passages, links and maps. */
export const writeQdpx: ExportWriter = async ({ project }, { uuid }) => {
  const { strToU8, zipSync } = await import('fflate')
  const { xml, texts } = new Written(project, new Guids(uuid)).parts()
  const files: Zippable = { 'project.qde': strToU8(xml) }
  for (const [guid, text] of texts) files[`sources/${guid}.txt`] = strToU8(text)
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

  parts(): { xml: string; texts: ReadonlyMap<string, string> } {
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
    return { xml: document(root), texts: this.#texts }
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
    else
      this.#links.push(
        element('Link', {
          guid: this.guids.made(`same ${excerpt.id}`),
          name: SAME_CLAIM,
          direction: 'Associative',
          originGUID: first,
          targetGUID: guid,
        }),
      )
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
    const codings = this.#codes.of(claim).map((code, at) => {
      const guid = this.guids.made(`coding ${claim.id} ${code} ${at}`)
      return element('Coding', { guid }, element('CodeRef', { targetGUID: code }))
    })
    return [...note, ...codings]
  }

  /** A link joins two things, so only relations with one premise between two claims are links. */
  #link(relation: Relation): XmlElement[] {
    const [premise, ...others] = relation.premises
    const from = this.#standsFor.get(premise ?? '')
    const to = relation.targetType === 'claim' ? this.#standsFor.get(relation.target) : undefined
    if (others.length > 0 || from === undefined || to === undefined) return []
    const direction = relation.kind === 'contradict' ? 'Associative' : 'OneWay'
    const guid = this.guids.of('link', relation)
    return [
      element('Link', { guid, name: relationWord(relation), direction, originGUID: from, targetGUID: to }),
    ]
  }

  #graph(map: string, name: string): XmlElement {
    const cards = [...this.project.placements.values()].filter((card) => card.map === map)
    const vertices = new Map<string, string>()
    const drawn = cards.flatMap((card) => {
      const representedGUID = this.#standsFor.get(card.claim)
      if (representedGUID === undefined) return []
      const guid = this.guids.made(`vertex ${card.id}`)
      vertices.set(card.claim, guid)
      const height = typicalHeight(this.project.claims.get(card.claim)?.text ?? '')
      const [firstX, firstY] = [Math.round(card.x), Math.round(card.y)]
      const second = { secondX: firstX + CARD_WIDTH, secondY: Math.round(firstY + height) }
      return [element('Vertex', { guid, representedGUID, firstX, firstY, ...second })]
    })
    const lines = [...this.project.relations.values()].flatMap((relation) => {
      const [premise = '', ...others] = relation.premises
      const [from, to] = [vertices.get(premise), vertices.get(relation.target)]
      if (others.length > 0 || relation.targetType !== 'claim' || !from || !to) return []
      const guid = this.guids.made(`edge ${map} ${relation.id}`)
      const representedGUID = this.guids.of('link', relation)
      return [element('Edge', { guid, representedGUID, sourceVertex: from, targetVertex: to })]
    })
    return element('Graph', { guid: this.guids.made(`graph ${map}`), name }, ...drawn, ...lines)
  }
}
