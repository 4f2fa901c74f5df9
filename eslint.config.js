import js from '@eslint/js'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import security from 'eslint-plugin-security'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import typescript from 'typescript-eslint'
import { layers } from './scripts/layers.mjs'

export default typescript.config(
  // The build writes its configuration beside the original while it starts.
  { ignores: ['electron.vite.config.ts.*.mjs', 'out/', 'node_modules/', 'test-results/', '.cache/'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  ...svelte.configs.recommended,
  noUnsanitized.configs.recommended,
  security.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-undef': 'off',
      'prefer-const': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    // Its recommended rules, all of them as errors, but for four.
    rules: {
      ...Object.fromEntries(Object.keys(security.configs.recommended.rules).map((rule) => [rule, 'error'])),
      // Finds every index of a list. The compiler holds that what an index gives may be missing, and names from outside
      // are looked up with Object.hasOwn or in maps.
      'security/detect-object-injection': 'off',
      // Finds every file that is opened, and files are what this program is about. `ProjectOpener` decides which paths a page
      // may name; names for new files are made by `safeName`.
      'security/detect-non-literal-fs-filename': 'off',
      // Counts quantifiers in quantifiers, whatever they cost. What texts from outside cost is measured instead, with
      // hostile files, and each file is read in a process that has a deadline.
      'security/detect-unsafe-regex': 'off',
      // Finds patterns that are put together from constants; none is made of what a person typed, unless it is escaped.
      'security/detect-non-literal-regexp': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/require-each-key': 'error' },
  },
  {
    files: ['src-*/**'],
    rules: {
      // What opens an address outside is one function for each edition, which asks before.
      'no-restricted-properties': [
        'error',
        { object: 'shell', property: 'openExternal', message: 'Open addresses with openLink.' },
        { object: 'window', property: 'open', message: 'Open addresses with platform.openLink.' },
      ],
    },
  },
  { files: ['src-*/**/*.{ts,svelte}'], plugins: { layers }, rules: { 'layers/imports': 'error' } },
)
