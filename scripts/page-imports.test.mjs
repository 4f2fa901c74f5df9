import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What a file names in its imports, those of types aside: they leave nothing in the page. */
function importsOf(path) {
  const text = readFileSync(path, 'utf8')
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script).join('\n')
    : text
  const found = []
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (!isOfTypes(node)) found.push(node.moduleSpecifier.text)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      // A path that is computed leads to a module of its own, which has nothing of the page.
      if (ts.isStringLiteral(node.arguments[0])) found.push(node.arguments[0].text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.ESNext))
  return found
}

function isOfTypes(node) {
  const clause = ts.isImportDeclaration(node) ? node.importClause : node
  if (clause?.isTypeOnly || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = ts.isImportDeclaration(node) ? clause?.namedBindings?.elements : clause.exportClause?.elements
  return !clause?.name && names?.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly)
}

/** The file of ours that an import names; undefined for a package. */
function fileOf(name, importer) {
  const alias = Object.keys(aliases).find((each) => name.startsWith(each.slice(0, -1)))
  const path = alias
    ? join(root, aliases[alias].replace('*', name.slice(alias.length - 1)))
    : name.startsWith('.')
      ? resolve(dirname(importer), name)
      : undefined
  if (path === undefined) return undefined
  const file = [path, `${path}.ts`].find((each) => existsSync(each))
  if (!file) throw new Error(`${relative(root, importer)} imports “${name}”, of which there is no file.`)
  return file
}

/** Every file of ours, from the root of the repository, and every package that a file leads to. */
function reachedFrom(start) {
  const files = new Set()
  const packages = new Set()
  const waiting = [start]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (!/\.(ts|svelte)$/.test(file)) continue
    for (const name of importsOf(file)) {
      const next = fileOf(name, file)
      if (next) waiting.push(next)
      else packages.add(name)
    }
  }
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages] }
}

const page = reachedFrom(join(root, 'src-renderer/main.ts'))

test('the page knows what formats there are, and carries nothing that reads or writes them', () => {
  const formats = page.files.filter((file) => file.startsWith('src-domain/formats/'))
  expect(formats).toContain('src-domain/formats/export/catalogue.ts')
  expect(formats).toContain('src-domain/formats/import/catalogue.ts')
  const known = /\/(catalogue|format|reference|clipboard-fragment|writer)\.ts$|\/catalogue\//
  expect(formats.filter((file) => !known.test(file))).toEqual([])
})

test('the page carries of the reading of texts only how to step through sentences and words, and no word list', () => {
  const text = page.files.filter((file) => file.startsWith('src-domain/text/'))
  expect(text.filter((file) => !/^src-domain\/text\/(clean|sentences)\//.test(file))).toEqual([])
  expect(page.packages.filter((name) => /word|yaml|markdown|docx|pdf|resvg|fontkit/.test(name))).toEqual([])
})

test('the host, which reads and writes them, is found to have all of it', () => {
  const host = reachedFrom(join(root, 'src-main/host/import/import-worker.ts'))
  expect(host.files).toContain('src-domain/formats/import/markdown.ts')
  expect(host.packages).toEqual(expect.arrayContaining(['yaml', 'mdast-util-from-markdown']))
})
