import type { Page } from '@playwright/test'

/** Options for starting the app. */
export interface StartOptions {
  readonly dataFolder: string
  /** A project or folder to open. */
  readonly open?: string
  /** The user id for the server, if not that of the tests. Browser edition only. */
  readonly user?: number | undefined
  /** Less motion if not given. */
  readonly motion?: 'reduce' | 'no-preference'
}

/** A file that the app saved for the user. */
export interface SavedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/** A running Counterpoint: what both editions can do, so that specs work for either. */
export interface RunningApp {
  readonly page: Page
  /** Performs an action that opens a dialog for articles, and chooses these files. */
  chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void>
  /** Performs an action that opens a dialog for a project, and chooses this file. */
  chooseProject(path: string, ask: () => Promise<void>): Promise<void>
  /** Performs an action that saves a file for the user, and returns the file. */
  nextSave(ask: () => Promise<void>): Promise<SavedFile>
  /** Performs an action that opens an external address, confirms it, and returns the address. */
  nextLink(ask: () => Promise<void>): Promise<string>
  /** Performs an action that opens another window, and returns its page. */
  nextWindow(ask: () => Promise<void>): Promise<Page>
  /** Clicks an item of the native menu by its command's name. Electron only. */
  menu(name: string): Promise<void>
  /** Quits as a user would, and waits until it has ended. */
  close(): Promise<void>
}
