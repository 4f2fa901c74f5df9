import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOut, sourceDate, version } from './program.mjs'
import { sumsOf } from './sums.mjs'
import { listOf, tarOf } from './tar.mjs'

/**
 * Makes the archive for machines without a network: the program with every package that it loads, an install script
 * that needs only Node, and the checksums of all of it.
 * @param {string} folder where it goes
 * @param {{ path: string, mode: number }[]} files the program's, from `packProgram`
 * @returns {string} its path
 */
export function makeBundle(folder, files) {
  const name = `counterpoint-${version}`
  const work = mkdtempSync(join(tmpdir(), 'counterpoint-bundle-'))
  try {
    layOut(join(work, 'program'), files)
    copyFileSync(join(import.meta.dirname, 'install.mjs'), join(work, 'install.mjs'))
    writeFileSync(join(work, 'SHA256SUMS'), sumsOf(work, listOf(work)))
    const path = join(folder, `${name}-bundle.tar.gz`)
    writeFileSync(path, tarOf(work, name, sourceDate()))
    return path
  } finally {
    rmSync(work, { recursive: true })
  }
}
