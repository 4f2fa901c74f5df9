import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimPatch } from './projects.mjs'

/** A generator of numbers from 0 to 1 that are the same for the same seed. */
export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Calls `work` with a temporary folder. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reliability-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

/** The claims of a project in an answer of the app, by id. */
export const claimsOf = (opened) =>
  new Map(JSON.parse(opened.document).claims.map((claim) => [claim.id, claim.text]))

export const revisionOf = (opened) => JSON.parse(opened.document).revision

/** Works on an open project: adds claims one after the other, and remembers which were saved. */
export class Worker {
  acknowledged = new Map()
  /** The claim being sent, which may or may not have been saved. */
  #number = 0

  constructor(name) {
    this.name = name
  }

  /**
   * @param server the app
   * @param opened the project as it was opened there
   */
  at(server, opened) {
    this.server = server
    this.key = opened.key
    this.revision = revisionOf(opened)
  }

  /** Adds a claim. Throws if it is not saved. */
  async add(words = '') {
    const id = `${this.name}${this.#number++}`
    const text = `Words of ${id} ${words}`
    const { setAside } = await this.send(id, claimPatch(id, text))
    this.acknowledged.set(id, text)
    return { setAside }
  }

  /** Changes the words of a claim that `add` made. Throws if that is not saved. */
  async change(id) {
    const [{ to: before }] = claimPatch(id, this.acknowledged.get(id))
    const text = `Words of ${id} at revision ${this.revision}`
    const change = { table: 'claims', id, from: before, to: { ...before, text } }
    await this.send(`${this.name}${this.#number++}`, [change])
    this.acknowledged.set(id, text)
  }

  /** Sends a patch under an id. Throws if it is not saved. */
  async send(id, patch) {
    const { key, revision } = this
    const answer = await this.server.call('project.patch', { key, id, revision, patch })
    this.revision = answer.revision
    return answer
  }

  /** The saved claims that are missing in a project. */
  lost(opened) {
    const there = claimsOf(opened)
    return [...this.acknowledged].filter(([id, text]) => there.get(id) !== text).map(([id]) => id)
  }
}
