/** The part of citation-js that is used here. It comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chainAsync(
        data: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): Promise<readonly Readonly<Record<string, unknown>>[]>
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
