import * as v from 'valibot'
import { RecentSchema, type Recent } from '#api/endpoints/app'
import { JsonFile } from './json-file'

const KEPT = 12

const RecentsSchema = v.array(RecentSchema)

/** The recently opened projects, newest first. */
export class Recents {
  #file: JsonFile<typeof RecentsSchema>

  constructor(path: string) {
    this.#file = new JsonFile(path, RecentsSchema, [])
  }

  list = (): Promise<Recent[]> => this.#file.read()

  has = async (path: string): Promise<boolean> => (await this.list()).some((recent) => recent.path === path)

  add = (recent: Recent): Promise<void> =>
    this.#file.update((list) => [recent, ...list.filter(({ path }) => path !== recent.path)].slice(0, KEPT))

  forget = (path: string): Promise<void> =>
    this.#file.update((list) => list.filter((recent) => recent.path !== path))
}
