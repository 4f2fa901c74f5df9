/** A file whose words are known. */
export interface KnownPage {
  /** The file's name, with its ending. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The words that a reader reads, one paragraph a line. A form feed ends a page; undefined if they are not known. */
  readonly text?: string
  /** The date of publication as it must be read: `2019-08-06`, or the words themselves if they say no date. */
  readonly published?: string
  /** Raised figures, each with the word before it: `2019^3`. */
  readonly raised?: readonly string[]
  /** Words that are struck out or hidden: none may be read. */
  readonly struck?: readonly string[]
}

/** What was read of such a file. */
export interface ReadPage {
  /** The blocks that are read, without the title, one a line. */
  readonly read: string
  /** The blocks that are set aside. */
  readonly aside: string
  readonly published: string
}
