import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

/** Folders with files of the repository; the others are installed or built. */
const FOLDERS = [
  'bench',
  'docs',
  'e2e',
  'resources',
  'scripts',
  'src-api',
  'src-domain',
  'src-main',
  'src-renderer',
]

/** Files and folders that the pages name and that are built, or that a user has. */
const ELSEWHERE = new Set([
  'out/',
  'import-worker.js',
  'last.json',
  'settings.json',
  'recents.json',
  'window.json',
  'running.json',
  'NAME.json',
  'p.json',
  'before.json',
  'out/release/',
  'sbom.cdx.json',
  'out/NOTICE.txt',
  'ground-truth.json',
  'page.html.json',
])

const FILE = /^(?:\.\.?\/|[\w-][\w.-]*\/)*\w[\w.-]*\.(?:ts|mjs|js|svelte|css|json|md)$/
const FOLDER = /^(?:\.\.?\/)*(?:\w[\w.-]*\/)+$/

const files = [
  ...readdirSync(root).filter((name) => /\.\w+$/.test(name)),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  ),
]
const pages = files.filter((file) => file.endsWith('.md') && !file.includes('/samples/'))
const sources = files.filter((file) => /\.(?:ts|mjs|js|svelte|css)$/.test(file))

/** Every path under which a file or a folder can be named: from the root on, or only its last parts. */
const known = new Set(
  files.flatMap((file) => {
    const parts = file.split('/')
    return parts.flatMap((_, end) =>
      parts
        .slice(0, end + 1)
        .map((_, start) => parts.slice(start, end + 1).join('/') + (end < parts.length - 1 ? '/' : '')),
    )
  }),
)

const read = (file) => readFileSync(join(root, file), 'utf8')
const quoted = (text) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code)
const isPath = (code) => (FILE.test(code) || FOLDER.test(code)) && !ELSEWHERE.has(code)
const isKnown = (path, page) =>
  path.startsWith('.') ? existsSync(join(root, dirname(page), path)) : known.has(path)

test('every file and folder that a page names exists', () => {
  const missing = pages.flatMap((page) =>
    quoted(read(page))
      .filter((code) => isPath(code) && !isKnown(code, page))
      .map((code) => `${page}: ${code}`),
  )
  expect(missing).toEqual([])
})

test('every link of a page to another file leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('src-domain/README.md names files by their paths from its folder', () => {
  const missing = quoted(read('src-domain/README.md')).filter(
    (code) => isPath(code) && !existsSync(join(root, 'src-domain', code)),
  )
  expect(missing).toEqual([])
})

test('every file that a comment names exists', () => {
  const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*|<!--[\s\S]*?-->/g
  const PLAIN = /(?<![\w./`@#-])(?:[\w.-]+\/)+[\w.-]+\.(?:ts|svelte|mjs|md)\b/g
  const missing = sources.flatMap((file) =>
    [...read(file).matchAll(COMMENTS)]
      .flatMap(([comment]) => [...quoted(comment).filter(isPath), ...(comment.match(PLAIN) ?? [])])
      .filter((path) => !isKnown(path, file))
      .map((path) => `${file}: ${path}`),
  )
  expect(missing).toEqual([])
})
