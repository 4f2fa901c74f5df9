import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodePage } from '#host/import/extractors/html/html-charset'
import { readImport } from '#host/import/import-file'
import type { KnownPage, ReadPage } from './known-page'

/** Reads a file as the app imports it. */
export async function readPage({ name, bytes }: KnownPage): Promise<ReadPage> {
  const imported = await readImport(name, bytes)
  if (imported.kind !== 'article') throw new Error(`${name} is no article.`)
  const { text, blocks, published } = imported.article
  const words = (isIn: (block: (typeof blocks)[number]) => boolean) =>
    blocks
      .filter(isIn)
      .map(({ start, end }) => text.slice(start, end))
      .join('\n')
  return {
    read: words(({ aside, role }) => !aside && role !== 'title'),
    aside: words(({ aside }) => aside !== undefined),
    published,
  }
}

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0]

const LINE =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|td|th|blockquote|pre|section|article|figure|figcaption|br|hr)\b[^>]*>/gi

/** The text that Readability alone finds in a web page, with blocks on lines of their own. */
export function readabilityText({ bytes }: KnownPage): string {
  const { document } = parseHTML(decodePage(bytes).text) as unknown as { document: ReadabilityDocument }
  const content = new Readability(document).parse()?.content ?? ''
  const lined = parseHTML(`<html><body>${content.replace(LINE, '\n')}</body></html>`) as unknown as {
    readonly document: { readonly body: { readonly textContent: string | null } }
  }
  return lined.document.body.textContent ?? ''
}
