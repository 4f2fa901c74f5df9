/**
 * `node offline.mjs BUNDLE FOLDER`: installs, uses and removes an unpacked bundle; FOLDER is for its files. main.mjs starts
 * it, without a network where that can be. It prints the network interfaces that it had.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { equal, ok, run } from './steps.mjs'

const [bundle, work] = process.argv.slice(2)
const prefix = join(work, 'prefix')
const command = join(prefix, 'bin', 'counterpoint')
const project = join(work, 'project.json')
const data = ['--data-dir', join(work, 'data')]
/** Formats whose writers load packages, with files for them. */
const EXPORTS = { png: 'map.png', pdf: 'map.pdf', 'report-docx': 'report.docx', argdown: 'map.argdown' }
const PDF = join(import.meta.dirname, '../../src-domain/formats/import/samples/pdf/one-column.pdf')
console.log(Object.keys(networkInterfaces()).join(', '))

run(process.execPath, [join(bundle, 'install.mjs'), '--prefix', prefix])
ok(/^\d+\.\d+\.\d+/.test(run(command, ['--version'])), 'It does not print its version.')
await serve()
run(command, ['import', '--project', project, ...data, PDF])
ok(run(command, ['export', project, '--format', 'svg']).startsWith('<svg'), 'It exports no picture.')
const sample = renamed()
for (const [format, name] of Object.entries(EXPORTS)) {
  const out = join(work, name)
  run(command, ['export', sample, '--map', 'Hedging or bribery?', '--format', format, '--out', out])
  ok(existsSync(out), `It exports no ${name}.`)
}
run(command, ['convert', join(work, 'map.argdown'), join(work, 'again.json')])
run(process.execPath, [join(prefix, 'lib', 'counterpoint', 'install.mjs'), '--uninstall'])
ok(!existsSync(prefix), 'Something of it is left.')
ok(existsSync(project), 'The project is gone.')

/** The sample project, with the ending that a double click opens. */
function renamed() {
  const path = join(work, 'sample.counterpoint')
  copyFileSync(join(bundle, 'program', 'resources', 'sample.json'), path)
  return path
}

/** Without a screen it runs the browser edition, which answers with its page and ends when it is asked to. */
async function serve() {
  const server = spawn(command, ['--port', '0', '--no-open', ...data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(server.stdout)) {
    const address = /^Counterpoint is at (\S+)$/.exec(line)?.[1]
    if (!address) continue
    ok((await (await fetch(address)).text()).includes('<title>Counterpoint'), 'The page is not served.')
    const second = run(command, [renamed(), ...data])
    ok(
      second.startsWith(`Counterpoint runs already, at ${address}&project=`),
      `A second start says: ${second}`,
    )
    break
  }
  server.kill('SIGTERM')
  const [code] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode]
  equal(code, 0)
}
