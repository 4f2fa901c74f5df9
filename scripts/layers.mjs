import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import { pathOf } from './import-graph.mjs'
import { root } from './run.mjs'

/**
 * Who may import whom. A file belongs to the longest path in the table that it lies under; `*` is any one folder. Besides
 * its own folder it may import those in `imports`, and of Node, Electron and Svelte those in `runtimes`. `may` says the
 * same in words, for the message. Other packages are not restricted.
 */
export const LAYERS = [
  { path: 'src-domain', imports: [], runtimes: [], may: 'itself and packages that run anywhere' },
  { path: 'src-api', imports: ['src-domain'], runtimes: [], may: 'the domain' },
  {
    path: 'src-main/host',
    imports: ['src-api', 'src-domain'],
    runtimes: ['node'],
    may: 'the contract, the domain and Node',
  },
  {
    path: 'src-main/web',
    imports: ['src-main/shell', 'src-main/host', 'src-api', 'src-domain'],
    runtimes: ['node'],
    may: 'the shell, the host, the contract, the domain and Node',
  },
  {
    path: 'src-main/shell',
    imports: ['src-main/host', 'src-api', 'src-domain'],
    runtimes: ['node'],
    may: 'the host, the contract, the domain and Node',
  },
  {
    path: 'src-main/cli',
    imports: ['src-main/web', 'src-main/shell', 'src-main/host', 'src-api', 'src-domain'],
    runtimes: ['node'],
    may: 'the server, the shell, the host, the contract, the domain and Node',
  },
  {
    path: 'src-main/electron',
    imports: ['src-main/shell', 'src-main/host', 'src-api', 'src-domain'],
    runtimes: ['node', 'electron'],
    may: 'the shell, the host, the contract, the domain, Node and Electron',
  },
  {
    // It runs in the sandbox of the page, where there is no Node.
    path: 'src-main/electron/preload.ts',
    imports: ['src-main/electron/channels', 'src-api', 'src-domain'],
    runtimes: ['electron'],
    may: 'the names of the channels, the contract, the domain and Electron',
  },
  {
    path: 'src-renderer/styles',
    imports: ['src-domain'],
    runtimes: ['svelte'],
    may: 'the domain',
  },
  {
    path: 'src-renderer/ui',
    imports: ['src-renderer/styles', 'src-domain'],
    runtimes: ['svelte'],
    may: 'the styles and the domain, so that any page could use it',
  },
  {
    path: 'src-renderer/transports',
    imports: ['src-api', 'src-domain'],
    runtimes: ['svelte'],
    may: 'the contract and the domain',
  },
  {
    path: 'src-renderer/state',
    imports: ['src-renderer/transports', 'src-api', 'src-domain'],
    runtimes: ['svelte'],
    may: 'the transports, the contract and the domain',
  },
  {
    path: 'src-renderer/features/*',
    imports: ['src-renderer/ui', 'src-renderer/state', 'src-renderer/styles', 'src-api', 'src-domain'],
    runtimes: ['svelte'],
    may: 'ui, state, styles, the contract and the domain, never another feature',
  },
  {
    path: 'src-renderer',
    imports: ['src-api', 'src-domain'],
    runtimes: ['svelte'],
    may: 'the rest of the page, the contract and the domain',
  },
]

/** The row that a file belongs to, and its path with `*` filled in; undefined outside the table. */
function layerOf(file) {
  const parts = file.split('/')
  const under = LAYERS.filter(({ path }) =>
    path.split('/').every((part, at) => part === parts[at] || (part === '*' && at in parts)),
  )
  const [layer] = under.sort((a, b) => b.path.length - a.path.length)
  return layer && { layer, own: parts.slice(0, layer.path.split('/').length).join('/') }
}

/** Tests may read samples and make folders. */
const isTest = (file) => /\.test\.ts$|(^|\/)testing\//.test(file)

const isUnder = (path, file) => file === path || file.startsWith(`${path}/`)

/**
 * Whether a file may import something.
 * @param {string} file a path from the root, with slashes
 * @param {string} name what the import names
 * @returns {string | undefined} the message where it may not
 */
export function refusal(file, name) {
  const { layer, own } = layerOf(file) ?? {}
  if (!layer || isTest(file)) return undefined
  const target = pathOf(name, join(root, file))
  const allowed =
    target === undefined
      ? isAllowedPackage(layer, name)
      : [own, ...layer.imports].some((path) => isUnder(path, fromRoot(target)))
  return allowed ? undefined : `${own} may import ${layer.may}.`
}

function isAllowedPackage({ runtimes }, name) {
  const [first] = name.split(/[:/]/)
  const runtime = builtinModules.includes(first) ? 'node' : first
  return !['node', 'electron', 'svelte'].includes(runtime) || runtimes.includes(runtime)
}

const fromRoot = (path) => relative(root, path).split(sep).join('/')

/** The ESLint rule `layers/imports`: refuses what the table does not allow, imports of types included. */
export const layers = {
  rules: {
    imports: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = fromRoot(context.filename)
        const check = (node) => {
          if (typeof node?.value !== 'string') return
          const message = refusal(file, node.value)
          if (message) context.report({ node, message })
        }
        return {
          ImportDeclaration: ({ source }) => check(source),
          ExportNamedDeclaration: ({ source }) => check(source),
          ExportAllDeclaration: ({ source }) => check(source),
          ImportExpression: ({ source }) => check(source),
          TSImportType: ({ source }) => check(source),
        }
      },
    },
  },
}
