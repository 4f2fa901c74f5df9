import type { Client } from '#api/client'
import type { Output } from '#api/endpoints'
import { PATCH_PIECE } from '#api/limits'
import type { Patch } from '#domain/document/patch'

/** A larger patch, in characters of JSON, is sent in pieces first. */
export const REQUEST_LIMIT = 2 * PATCH_PIECE

/** Sends a patch to the host, in as many requests as needed. The host applies it as a whole or not at all. */
export async function sendPatch(
  client: Client,
  parcel: { readonly key: string; readonly id: string; readonly revision: number },
  patch: Patch,
): Promise<Output<'project.patch'>> {
  const text = JSON.stringify(patch)
  if (text.length <= REQUEST_LIMIT) return client.call('project.patch', { ...parcel, patch })
  const { key, id } = parcel
  for (let at = 0; at < text.length; at += PATCH_PIECE)
    await client.call('project.patchPart', { key, id, at, text: text.slice(at, at + PATCH_PIECE) })
  return client.call('project.patchSent', { ...parcel, length: text.length })
}
