/** What is dragged towards the map: a claim that is there, or words of an article that may become one. */
export type Dragged =
  { readonly claim: string } | { readonly source: string; readonly start: number; readonly end: number }
