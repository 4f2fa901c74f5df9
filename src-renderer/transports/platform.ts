import type { Client } from '#api/client'
import type { News } from '#api/news'
import type { ExternalUrl } from '#domain/safety/external-url'

/** A file to send to the host. */
export interface IncomingFile {
  readonly fileName: string
  readonly base64: string
}

/** A file to import. Its bytes are read when its turn comes. */
export interface ImportFile {
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  /** The content, or the key of a file that the host has already. */
  readonly content: Blob | { readonly fileKey: string }
}

/** A file for the user. */
export interface OutgoingFile extends IncomingFile {
  readonly mediaType: string
}

/** What an edition can do besides the contract: choose and save files, and observe the window. */
export interface Platform {
  readonly client: Client
  /** The project file that the user chose: its path on the desktop, its content in a browser. */
  chooseProject(): Promise<{ readonly path: string } | { readonly file: IncomingFile } | null>
  /**
   * The articles that the user chose, and a sentence for each file that cannot be read.
   * @param importable the extensions of files that can be imported
   */
  chooseImports(importable: readonly string[]): Promise<Chosen>
  /** Saves a file for the user. False if the user cancelled. */
  deliver(file: OutgoingFile): Promise<boolean>
  /** Asks the user and opens an address outside the app. False if it was not opened. */
  openLink(link: ExternalUrl): Promise<boolean>
  /**
   * Copies a PNG to the clipboard when it is drawn. Call it directly in the user's event. Throws with a message for
   * the user.
   */
  copyPicture(base64: Promise<string>): Promise<void>
  /** The project that this page had open before it was loaded again. */
  readonly openBefore: string | undefined
  /** Notes which project is open, in case the page is loaded again. */
  noteOpen(path: string | undefined): void
  /** Opens the project at a path in another window. Call it directly in the user's event. */
  openWindow(path: string): void
  /** Calls the listener with the name of a command chosen outside the page. */
  onCommand(listener: (name: string) => void): void
  /** Calls the listener when this page has got access to a host that was started anew. */
  onRenewed(listener: () => void): void
  /** Calls the listener before the window closes. */
  onClose(asked: Closing): void
  /** Tells the news of an open project, by its key, until the returned function is called. One project at a time. */
  listen(key: string, listener: NewsListener): () => void
}

export interface NewsListener {
  hear(news: News): void
  /** There was no news for a while, because the connection was cut. */
  cut(): void
}

export interface Closing {
  /** Saves what can be saved, asks the user about the rest, and returns whether the window may close. */
  mayClose(): Promise<boolean>
  /** Whether everything is saved now, for a window that cannot wait. */
  isSaved(): boolean
}

export interface Chosen {
  readonly files: readonly ImportFile[]
  readonly refused: readonly string[]
}
