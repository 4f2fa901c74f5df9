import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { writeDurably } from '../files/durable-file'
import { SerialQueue } from '../store/serial-queue'

/**
 * A small file of the app itself (settings, recent projects). If it is missing or unreadable, it counts as empty: it
 * has none of the user's work.
 */
export class JsonFile<Schema extends v.GenericSchema> {
  #turns = new SerialQueue()

  constructor(
    private readonly path: string,
    private readonly schema: Schema,
    private readonly empty: v.InferInput<Schema>,
  ) {}

  async read(): Promise<v.InferOutput<Schema>> {
    try {
      const read = v.safeParse(this.schema, JSON.parse(await readFile(this.path, 'utf8')))
      if (read.success) return read.output
    } catch {
      // Missing or damaged: treat as empty.
    }
    return v.parse(this.schema, this.empty)
  }

  /** Updates the content with `change`, one update at a time. */
  update(
    change: (content: v.InferOutput<Schema>) => v.InferInput<Schema> | Promise<v.InferInput<Schema>>,
  ): Promise<void> {
    return this.#turns.run(async () => {
      await writeDurably(this.path, JSON.stringify(await change(await this.read()), null, 2) + '\n')
    })
  }
}
