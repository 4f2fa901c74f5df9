/** What the bundler puts in the place of `import.meta.env`. */
interface ImportMeta {
  readonly env: {
    /** Whether this is `npm run dev`, not a build. */
    readonly DEV: boolean
  }
}
