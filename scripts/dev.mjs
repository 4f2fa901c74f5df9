/**
 * `npm run dev`: Counterpoint with hot reload of the page. It uses Electron if its binary is there, else the browser
 * edition with its server behind Vite's.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron.mjs'
import { npm, root } from './run.mjs'

await ensureDependencies()
if (await ensureElectron()) process.exitCode = await npm(['exec', '--', 'electron-vite', 'dev', '--watch'])
else await serve()

async function serve() {
  const { build } = await import('electron-vite')
  await build({ root, logLevel: 'warn' })
  const args = [join(root, 'out', 'main', 'cli.js'), 'serve', '--no-open', ...process.argv.slice(2)]
  const server = spawn(process.execPath, args, { stdio: ['inherit', 'pipe', 'inherit'] })
  server.on('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  const address = await new Promise((done) => {
    server.stdout.on('data', (chunk) => {
      const url = /http\S+/.exec(String(chunk))?.[0]
      if (url) done(new URL(url))
    })
  })
  const page = await startPage(address.origin)
  console.log(`Counterpoint is at ${page}${address.hash}`)
}

/** Starts Vite's server. It forwards requests of the contract as if the page came from the other server. */
async function startPage(target) {
  const { createServer } = await import('vite')
  const { svelte } = await import('@sveltejs/vite-plugin-svelte')
  const vite = await createServer({
    configFile: false,
    root: join(root, 'src-renderer'),
    plugins: [svelte()],
    server: {
      host: '127.0.0.1',
      proxy: { '/api': { target, changeOrigin: true, headers: { origin: target } } },
    },
  })
  await vite.listen()
  return vite.resolvedUrls.local[0]
}
