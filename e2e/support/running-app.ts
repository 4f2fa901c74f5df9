import type { Page } from '@playwright/test'

/** How to start. */
export interface StartOptions {
  readonly dataFolder: string
  /** A project or folder to open. */
  readonly open?: string
  /** The number of the user that the server runs as, if not who runs the tests. Browser edition only. */
  readonly user?: number | undefined
}

/** A file that the app handed to the user. */
export interface SavedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/** A running Counterpoint of one edition: what both can do, so that a spec need not know which it is. */
export interface RunningApp {
  readonly page: Page
  /** Does something that asks for articles, and chooses these files. */
  chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void>
  /** Does something that asks for a project, and chooses this file. */
  chooseProject(path: string, ask: () => Promise<void>): Promise<void>
  /** Does something that hands a file to the user, and takes it. */
  nextSave(ask: () => Promise<void>): Promise<SavedFile>
  /** Does something that opens an address outside, says yes to it, and takes the address. */
  nextLink(ask: () => Promise<void>): Promise<string>
  /** Clicks an item of the native menu by its command's name. Electron only. */
  menu(name: string): Promise<void>
  /** Ends it as a user would, and waits until it has ended. */
  close(): Promise<void>
}
