import type { Loss } from '../../records/origin'
import type { ReadChoices } from './choices'

/** A file of another program, decoded, as a reader gets it. Reading is a pure function of it. */
export interface IncomingFile {
  readonly fileName: string
  readonly text: string
  /** The text of the file of the same name beside it, for formats that keep text and annotations apart. */
  readonly beside?: string | undefined
  /** What the user has decided where the format leaves it open. */
  readonly choices?: ReadChoices | undefined
  /** The SHA-256 of its bytes in hexadecimal. Ids of records begin with it. */
  readonly hash: string
  /** The time of the import, for what has no time of its own. ISO 8601 UTC. */
  readonly now: string
}

/** What the reader of a format makes of a file: elements by their ids in the file, in the order of the file. */
export interface IncomingMap {
  /** The format with its dialect, such as `aif/ova3`. */
  readonly format: string
  readonly name: string
  /** Whether it becomes a map; highlights do not. */
  readonly hasMap?: boolean
  readonly caveat?: string | undefined
  readonly claims: readonly IncomingClaim[]
  /** Maps beside the first, with the places of claims on them by the claims' ids. */
  readonly furtherMaps?: readonly IncomingFurtherMap[]
  readonly steps: readonly IncomingStep[]
  readonly sources: readonly IncomingSource[]
  readonly groups: readonly IncomingGroup[]
  readonly categories?: readonly IncomingCategory[]
  /** The ids of the claims of the presentation. */
  readonly presentation?: readonly string[]
  readonly losses: readonly Loss[]
}

export interface IncomingFurtherMap {
  readonly id: string
  readonly name: string
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

/** A category that a file defines, as a codebook does. */
export interface IncomingCategory {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly colour?: string | undefined
}

export interface IncomingClaim {
  readonly id: string
  /** Further elements that the claim stands for. */
  readonly also?: readonly string[]
  readonly text: string
  /** Whether the wording is the words of its passage, so that what is cut of it stands there. */
  readonly isPassage?: boolean
  /** A category by its id in a new project, or by a name of the user's. */
  readonly category?: string | undefined
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly created?: string | undefined
  readonly unstated?: boolean | undefined
  /** Whether it is on the map; by default it is. */
  readonly placed?: boolean
  readonly place?: { readonly x: number; readonly y: number } | undefined
  readonly group?: string | undefined
  readonly colour?: string | undefined
  readonly collapsed?: boolean | undefined
  readonly pinned?: boolean | undefined
}

export interface IncomingStep {
  readonly id: string
  readonly also?: readonly string[]
  /** The number of the record, from 2, where one element becomes several relations. */
  readonly part?: number
  readonly kind: 'support' | 'attack' | 'contradict'
  readonly premises: readonly string[]
  readonly target: { readonly type: 'claim' | 'step'; readonly id: string }
  readonly scheme?: string | undefined
  readonly note?: string | undefined
  readonly warrant?: string | undefined
  readonly strength?: string | undefined
  readonly answers?: readonly { readonly question: string; readonly answer: string }[] | undefined
}

/** A text with the spans of it on which claims rest. */
export interface IncomingSource {
  readonly id: string
  readonly title: string
  readonly authors?: readonly string[]
  readonly url?: string | undefined
  readonly doi?: string | undefined
  readonly published?: string | undefined
  readonly kind?: string | undefined
  /** The canonical text. */
  readonly text: string
  /** The text as the file has it, if that differs. */
  readonly originalText?: string | undefined
  readonly spans: readonly IncomingSpan[]
}

/** A half-open span in UTF-16 units of a source's text on which a claim rests. */
export interface IncomingSpan {
  readonly id: string
  readonly claim: string
  readonly start: number
  readonly end: number
  /** The words around it in the text that was marked, if the file says them. */
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export interface IncomingGroup {
  readonly id: string
  readonly title: string
  readonly colour?: string | undefined
}
