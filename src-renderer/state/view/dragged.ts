/** What is dragged to the map: a claim, or text of an article. */
export type Dragged =
  { readonly claim: string } | { readonly source: string; readonly start: number; readonly end: number }
