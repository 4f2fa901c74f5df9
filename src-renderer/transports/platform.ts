import type { Client } from '#api/client'
import type { ExternalUrl } from '#domain/safety/external-url'

/** A file on its way in. */
export interface IncomingFile {
  readonly fileName: string
  readonly base64: string
}

/** A file that is to be imported. Its bytes are asked for when its turn comes. */
export interface ImportFile {
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  /** What the page has of it, or the name by which the host holds it already. */
  readonly content: Blob | { readonly held: string }
}

/** A file on its way out. */
export interface OutgoingFile extends IncomingFile {
  readonly mediaType: string
}

/** What an edition can do that the contract does not say: choosing files, giving files, being told of the window. */
export interface Platform {
  readonly client: Client
  /** The project file that the user chose: by its path on the desktop, by its content in a browser. */
  chooseProject(): Promise<{ readonly path: string } | { readonly file: IncomingFile } | null>
  /**
   * The articles that the user chose, and sentences about those that cannot be read.
   * @param importable the ends of the names of files that can be imported
   */
  chooseImports(importable: readonly string[]): Promise<Chosen>
  /** Hands a file to the user. False when the user cancelled. */
  deliver(file: OutgoingFile): Promise<boolean>
  /** Asks whether to open an address outside, and opens it. False when it was not opened. */
  openLink(link: ExternalUrl): Promise<boolean>
  /** Puts a PNG on the clipboard, once it is drawn; to be called at once when the user asks. Throws in words. */
  copyPicture(base64: Promise<string>): Promise<void>
  /** Calls back with the name of a command that was chosen outside the page. */
  onCommand(listener: (name: string) => void): void
  /** Asks before the window closes. */
  onClose(asked: Closing): void
}

export interface Closing {
  /** Saves what can be saved, asks the user about the rest, and says whether the window may close. */
  mayClose(): Promise<boolean>
  /** Whether all is saved now, for a window that cannot wait. */
  isSaved(): boolean
}

export interface Chosen {
  readonly files: readonly ImportFile[]
  readonly refused: readonly string[]
}
