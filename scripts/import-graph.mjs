/** The graph of imports, for the tests of the layers, of cycles and of the page's bundle. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { root } from './run.mjs'

const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * What a file names in its imports and exports, and in `import()` with a literal.
 * @param {string} path an absolute path of a module or a Svelte component
 * @param {{ types: boolean }} options whether imports of types alone count: they leave nothing in a bundle
 * @returns {string[]} the names as written
 */
export function importsOf(path, { types }) {
  const found = []
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (types || !isOfTypes(node)) found.push(node.moduleSpecifier.text)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (types) found.push(node.argument.literal.text)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (ts.isStringLiteral(node.arguments[0])) found.push(node.arguments[0].text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.ESNext))
  return found
}

function scriptOf(path) {
  const text = readFileSync(path, 'utf8')
  if (!path.endsWith('.svelte')) return text
  return [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}

function isOfTypes(node) {
  const clause = ts.isImportDeclaration(node) ? node.importClause : node
  if (clause?.isTypeOnly || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = ts.isImportDeclaration(node) ? clause?.namedBindings?.elements : clause.exportClause?.elements
  return !clause?.name && names?.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly)
}

/**
 * The path that an import names, whether or not there is such a file.
 * @returns {string | undefined} absolute, without `.ts` where the import leaves it out; undefined for a package
 */
export function pathOf(name, importer) {
  const alias = Object.keys(aliases).find((each) => name.startsWith(each.slice(0, -1)))
  if (alias) return join(root, aliases[alias].replace('*', name.slice(alias.length - 1)))
  return name.startsWith('.') ? resolve(dirname(importer), name) : undefined
}

/**
 * The file of the repository that an import names.
 * @returns {string | undefined} an absolute path; undefined for a package
 * @throws if there is no such file
 */
export function fileOf(name, importer) {
  const path = pathOf(name.replace(/\?.*$/, ''), importer)
  if (path === undefined) return undefined
  const file = [path, `${path}.ts`, `${path}.mjs`].find((each) => existsSync(each) && statSync(each).isFile())
  if (!file) throw new Error(`${relative(root, importer)} imports “${name}”, of which there is no file.`)
  return file
}

/** Every module and component under the folders given, as absolute paths. */
export function modulesIn(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|svelte|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
}
