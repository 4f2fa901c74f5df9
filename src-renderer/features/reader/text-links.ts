import type { Source } from '#domain/records/source'
import type { TextLink } from '#domain/records/text-link'
import type { TextSpan } from '#domain/text/text-span'
import { safeExternalUrl } from '#domain/safety/external-url'
import { wordsOf, type Workspace } from '../../state/workspace.svelte'
import { firstThat } from './blocks'

/** The links in a part of an article, in order. */
export function linksWithin({ links = [] }: Source, { start, end }: TextSpan): readonly TextLink[] {
  const from = firstThat(links, (link) => link.end > start)
  return links.slice(
    from,
    Math.max(
      from,
      firstThat(links, (link) => link.start >= end),
    ),
  )
}

/** The link at an offset of an article. */
export const linkAt = (source: Source, offset: number): TextLink | undefined =>
  linksWithin(source, { start: offset, end: offset + 1 })[0]

/** Opens a link in the browser, after the question that every address is opened with. An unsafe one is refused. */
export async function openLink(workspace: Workspace, { address }: TextLink): Promise<void> {
  const link = safeExternalUrl(address)
  if (!link) {
    workspace.notices.problem(
      'The link was not opened. Only https addresses of public sites are opened. Copy it into your browser.',
    )
    return
  }
  await workspace.platform.openLink(link).catch((error: unknown) => workspace.notices.problem(wordsOf(error)))
}
