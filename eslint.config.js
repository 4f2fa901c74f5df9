import js from '@eslint/js'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import security from 'eslint-plugin-security'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import typescript from 'typescript-eslint'

/**
 * Who may import whom. Each layer names what it may use besides packages of its own kind; the message says so, because a
 * rule that only forbids makes nobody wiser. The compiler holds the same by a tsconfig for each layer.
 */
const LAYERS = [
  {
    files: 'src-domain/**',
    packages: ['node', 'electron', 'svelte'],
    may: 'the schema library and itself',
    never: ['#api/*', '#host/*', '#web/*', '**/src-*/**'],
  },
  {
    files: 'src-api/**',
    packages: ['node', 'electron', 'svelte'],
    may: '#domain and the schema library',
    never: ['#host/*', '#web/*', '**/src-*/**'],
  },
  {
    files: 'src-main/host/**',
    packages: ['electron', 'svelte'],
    may: '#api, #domain and Node',
    never: ['#web/*', '**/electron/*', '**/web/*', '**/cli/*', '**/shell/*', '**/src-*/**'],
  },
  {
    files: 'src-main/web/**',
    packages: ['electron', 'svelte'],
    may: '#host, #api, #domain and Node',
    never: ['**/electron/*', '**/cli/*', '**/src-*/**'],
  },
  {
    files: 'src-main/shell/**',
    packages: ['electron', 'svelte'],
    may: '#host, #api, #domain and Node',
    never: ['#web/*', '**/electron/*', '**/cli/*', '**/web/*', '**/src-*/**'],
  },
  {
    files: 'src-main/cli/**',
    packages: ['electron', 'svelte'],
    may: '#web, #host, #api, #domain and Node',
    never: ['**/electron/*', '**/src-*/**'],
  },
  {
    files: 'src-main/electron/**',
    packages: ['svelte'],
    may: '#host, #api, #domain, Electron and Node',
    never: ['#web/*', '**/web/*', '**/cli/*', '**/src-*/**'],
  },
  {
    files: 'src-renderer/ui/**',
    packages: ['node', 'electron'],
    may: 'nothing of ours but types of #domain',
    never: ['#api/*', '#host/*', '**/state/*', '**/features/**', '**/app/*'],
  },
  {
    files: 'src-renderer/{state,transports}/**',
    packages: ['node', 'electron'],
    may: '#api, #domain and one another',
    never: ['#host/*', '**/features/**', '**/app/*', '**/ui/*'],
  },
  {
    files: 'src-renderer/features/**',
    packages: ['node', 'electron'],
    may: 'ui, state and #domain, never another feature',
    never: ['#host/*', '**/features/**', '../../features/**', '**/app/*'],
  },
  {
    files: 'src-renderer/**',
    packages: ['node', 'electron'],
    may: '#api and #domain',
    never: ['#host/*', '#web/*'],
  },
]

/** A layer's tests may use Node: they read samples and make folders. */
const layerRules = LAYERS.map(({ files, packages, may, never }) => ({
  files: [`${files}/*.{ts,svelte}`, files],
  ignores: ['**/*.test.ts', '**/testing/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: never, message: `This layer may import ${may}.` },
          { regex: `^(${packages.join('|')})([:/].*)?$`, message: `This layer may import ${may}.` },
        ],
      },
    ],
  },
}))

export default typescript.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', '.cache/'] },
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
      // Finds every file that is opened, and files are what this program is about. Which paths a page may name, the host
      // holds (`mayOpen`); names for new files are made by `safeName`.
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
  ...layerRules,
)
