import { ensureBuilt } from './build.mjs'
import { run } from './run.mjs'

// `npm run reliability [-- --long] [-- --seed N] [-- names…]`: see docs/reliability.md.
await ensureBuilt()
process.exit(await run(process.execPath, ['e2e/reliability/main.mjs', ...process.argv.slice(2)]))
