import { parentPort, workerData } from 'node:worker_threads'
import { rowsOf, type RowsTask } from './picture-rows'

const rows = await rowsOf(workerData as RowsTask)
parentPort!.postMessage(rows, [rows.buffer as ArrayBuffer])
