import { isObject } from '../../../records/record'
import { element as made, render, writable, type XmlElement } from '../../export/picture/svg-xml'
import { jsonIn } from '../json-in'
import { attributeWords, XmlEdits, type Element } from '../xml-edits'
import { OWN, OWN_USER } from './own-project'
import { written } from './refi-elements'

/** The lists of a project in the order of the schema; after them come `Description` and `NoteRef`. */
const LISTS = [
  'Users',
  'CodeBook',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
] as const

type List = 'Users' | 'Sources' | 'Notes' | 'Links' | 'Sets' | 'Graphs'

/** The attributes by which an element points to others. */
const POINTERS = ['targetGUID', 'originGUID', 'representedGUID', 'sourceVertex', 'targetVertex']

/** Elements that are nothing without what they hold. */
const HOLDERS: Readonly<Record<string, string>> = { CodeRef: 'Coding', VariableRef: 'VariableValue' }

/** A REFI-QDA archive that is written again: its project file, changed by its elements, and its texts. */
export class RefiFile {
  readonly #path: string
  readonly #parts: Map<string, string>
  readonly #xml: XmlEdits
  readonly #byGuid = new Map<string, Element>()
  /** Plain texts that were set. */
  readonly #filled = new Map<Element, string>()
  readonly #values = new Map<Element, Map<string, string | undefined>>()
  readonly #lists = new Map<List, string[]>()
  readonly #codes: string[] = []
  readonly #sets = new Map<string, XmlElement>()
  #user: string | undefined

  /**
   * @param content the texts of the archive by path, as JSON
   * @param userGuid the GUID for Counterpoint as a user
   */
  constructor(
    content: string,
    private readonly userGuid: string,
  ) {
    const parts = jsonIn(content)
    const texts = Object.entries(isObject(parts) ? parts : {}).flatMap(([path, text]) =>
      typeof text === 'string' ? [[path, text] as const] : [],
    )
    this.#parts = new Map(texts)
    this.#path = texts.find(([path]) => /\.qde$/i.test(path))?.[0] ?? 'project.qde'
    this.#xml = new XmlEdits(this.#parts.get(this.#path) ?? '')
    for (const each of this.#xml.every()) {
      const guid = this.guidOf(each)
      if (guid !== '' && !this.#byGuid.has(guid)) this.#byGuid.set(guid, each)
    }
  }

  get origin(): string {
    return this.#xml.root?.attributes['origin'] ?? ''
  }

  get guids(): Iterable<string> {
    return this.#byGuid.keys()
  }

  get graphs(): readonly Element[] {
    return this.#xml.named('Graph')
  }

  get codes(): readonly Element[] {
    return this.#xml.named('Code')
  }

  /** The element with a GUID in lower case, if it is still there. */
  element(guid: string): Element | undefined {
    const found = this.#byGuid.get(guid)
    return found && !this.#xml.isRemoved(found) ? found : undefined
  }

  /** A GUID in lower case, of an element or of what it points to. */
  guidOf = (element: Element, name = 'guid'): string => this.valueOf(element, name).toLowerCase()

  /** An attribute as it is now; empty if there is none. */
  valueOf(element: Element, name: string): string {
    const own = this.#values.get(element)
    return (own?.has(name) ? own.get(name) : element.attributes[name]) ?? ''
  }

  /** Sets an attribute; undefined takes it away. */
  set(element: Element, name: string, value: string | number | undefined): void {
    if (String(value ?? '') === this.valueOf(element, name)) return
    const own = this.#values.get(element) ?? new Map<string, string | undefined>()
    this.#values.set(element, own.set(name, value === undefined ? undefined : String(value)))
    this.#xml.set(element, name, value === undefined ? undefined : attributeWords(String(value)))
  }

  /** How many elements point to one. */
  pointersTo(guid: string): number {
    return this.#xml.every().filter((each) => POINTERS.some((name) => this.guidOf(each, name) === guid))
      .length
  }

  remove(element: Element): void {
    this.#xml.remove(element)
  }

  /** Sets the text in an element. */
  fill(element: Element, text: string): void {
    this.#xml.fill(element, render(text))
  }

  /** Adds an element to another, after its children with these names. */
  append(parent: Element, after: readonly string[], node: XmlElement): void {
    this.#xml.append(parent, after, this.#written(node))
  }

  /** Adds an element at the end of a list, which is made if there is none. */
  add(list: List, node: XmlElement): void {
    const nodes = this.#lists.get(list) ?? []
    nodes.push(this.#written(node))
    this.#lists.set(list, nodes)
  }

  /** Adds a top code at the end of the codebook. */
  addCode(node: XmlElement): void {
    this.#codes.push(this.#written(node))
  }

  /** Adds a code to a set, which is made with a GUID if there is none of its name. */
  addMember(set: string, guid: string, code: string): void {
    const member = made('MemberCode', { targetGUID: code })
    const known = this.#xml.named('Set').find(({ attributes }) => attributes['name'] === set)
    if (known) this.append(known, ['Description', 'MemberCode'], member)
    else
      this.#sets.set(set, made('Set', { guid, name: set }, ...(this.#sets.get(set)?.children ?? []), member))
  }

  /** The GUID of Counterpoint as a user, who is added if the project has other users only. Undefined in a project of ours. */
  user(): string | undefined {
    if (OWN.test(this.origin)) return undefined
    if (this.#user !== undefined) return this.#user
    const known = this.#knownUser
    this.#user = known?.attributes['guid'] ?? this.userGuid
    if (!known) this.add('Users', made('User', { guid: this.#user, name: OWN_USER }))
    return this.#user
  }

  /** Whether an element says that Counterpoint made or changed it. */
  isMarked(element: Element): boolean {
    const user = (this.#user ?? this.#knownUser?.attributes['guid'])?.toLowerCase()
    const users = [this.guidOf(element, 'creatingUser'), this.guidOf(element, 'modifyingUser')]
    return OWN.test(this.origin) || (user !== undefined && users.includes(user))
  }

  get #knownUser(): Element | undefined {
    return this.#xml.named('User').find(({ attributes }) => attributes['name'] === OWN_USER)
  }

  /** Says that Counterpoint changed an element, so that its name is read as a wording. */
  mark(element: Element): void {
    const user = this.user()
    if (user !== undefined) this.set(element, 'modifyingUser', user)
  }

  /** The plain text of a source, note or selection; empty if the archive does not have it. */
  textOf(element: Element): string {
    const path = this.#textPath(element)
    const content = element.children.find(({ name }) => name === 'PlainTextContent')
    return (path === undefined ? (this.#filled.get(element) ?? content?.words) : this.#parts.get(path)) ?? ''
  }

  /** Sets the plain text of a source, note or selection. */
  setText(element: Element, text: string): void {
    const path = this.#textPath(element)
    const content = element.children.find(({ name }) => name === 'PlainTextContent')
    if (path === undefined) this.#filled.set(element, text)
    if (path !== undefined) this.#parts.set(path, text)
    else if (writable(text) !== text) {
      // XML has no form for some characters, and without them the positions would be others.
      this.set(element, 'plainTextPath', this.addText(this.valueOf(element, 'guid'), text))
      if (content) this.remove(content)
    } else if (content) this.fill(content, text)
    else this.append(element, ['Description'], made('PlainTextContent', {}, text))
  }

  /** Adds a text to the archive, in the folder of its other texts. @returns its path for `plainTextPath` */
  addText(guid: string, text: string): string {
    const folder = [...this.#parts.keys()].find((path) => /\/[^/]+\.txt$/i.test(path))?.replace(/[^/]+$/, '')
    this.#parts.set(`${folder ?? 'sources/'}${guid}.txt`, text)
    return `internal://${guid}.txt`
  }

  /** Removes a source with its text. */
  removeSource(element: Element): void {
    const path = this.#textPath(element)
    if (path !== undefined) this.#parts.delete(path)
    this.remove(element)
  }

  /** The texts of the archive by path, without elements that point to what was removed. */
  parts(): ReadonlyMap<string, string> {
    this.#removeDangling()
    this.#addLists()
    return this.#parts.set(this.#path, this.#xml.text())
  }

  #textPath(element: Element): string | undefined {
    const name = (this.valueOf(element, 'plainTextPath').split('/').at(-1) ?? '').toLowerCase()
    if (name === '') return undefined
    return [...this.#parts.keys()].findLast((path) => path.toLowerCase().split('/').at(-1) === name)
  }

  #removeDangling(): void {
    const every = this.#xml.every()
    const gone = every.filter((each) => this.#xml.isRemoved(each)).map((each) => this.guidOf(each))
    if (gone.length === 0) return
    const pointing = new Map<string, Element[]>()
    for (const each of every) {
      for (const name of POINTERS) {
        const guid = this.guidOf(each, name)
        const known = pointing.get(guid)
        if (known) known.push(each)
        else if (guid !== '') pointing.set(guid, [each])
      }
    }
    for (let guid = gone.pop(); guid !== undefined; guid = gone.pop()) {
      for (const each of guid === '' ? [] : (pointing.get(guid) ?? [])) {
        const whole = each.parent?.name === HOLDERS[each.name] ? each.parent! : each
        if (this.#xml.isRemoved(whole)) continue
        this.#xml.remove(whole)
        gone.push(this.guidOf(whole))
      }
    }
  }

  #addLists(): void {
    const { root } = this.#xml
    if (!root) return
    for (const set of this.#sets.values()) this.add('Sets', set)
    const all: [string, string[]][] = [['CodeBook', this.#codes], ...this.#lists]
    const order = (list: string) => LISTS.indexOf(list as List)
    for (const [list, nodes] of all.sort(([a], [b]) => order(a) - order(b))) {
      if (nodes.length === 0) continue
      const known = root.children.find(({ name }) => name === list)
      const codes = list === 'CodeBook' ? known?.children.find(({ name }) => name === 'Codes') : undefined
      const holder = list === 'CodeBook' ? codes : known
      if (holder) {
        const names = [...new Set(holder.children.map(({ name }) => name))]
        for (const node of nodes) this.#xml.append(holder, names, node)
      } else {
        const tag = (name: string) => root.tag.replace(/[^:]*$/, name)
        const inner =
          list === 'CodeBook' ? `<${tag('Codes')}>${nodes.join('')}</${tag('Codes')}>` : nodes.join('')
        const whole = `<${tag(list)}>${inner}</${tag(list)}>`
        this.#xml.append(root, LISTS.slice(0, order(list)), `\n${whole}`)
      }
    }
  }

  #written = (node: XmlElement): string => written(node, this.#xml.root)
}
