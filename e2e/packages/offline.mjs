/** Installs, uses and removes an unpacked bundle. Started by main.mjs, without a network where that can be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { equal, ok, refused, run } from './steps.mjs'

const [bundle, work] = process.argv.slice(2)
const prefix = join(work, 'prefix')
const command = join(prefix, 'bin', 'counterpoint')
const project = join(work, 'project.json')
const data = ['--data-dir', join(work, 'data')]
const FORMATS = { '.png': 'png', '.pdf': 'pdf', '.docx': 'report-docx', '.argdown': 'argdown' }
const PDF = join(import.meta.dirname, '../../src-domain/formats/import/samples/pdf')
console.log(`Interfaces: ${Object.keys(networkInterfaces()).join(', ')}`)

refuseBadBundles()
ok(install().includes('is installed'), 'It does not say that it is installed.')
ok(install().includes('is installed'), 'The same version cannot be installed again.')
ok(/^\d+\.\d+\.\d+/.test(run(command, ['--version'])), 'It does not print its version.')
refuseOlder()
await serve()
run(command, ['import', '--project', project, ...data, join(PDF, firstPdf())])
ok(run(command, ['export', project, '--format', 'svg']).startsWith('<svg'), 'It exports no picture.')
for (const name of ['map.png', 'map.pdf', 'report.docx', 'map.argdown']) {
  run(command, [
    'export',
    renamed(),
    '--map',
    'Hedging or bribery?',
    '--format',
    FORMATS[extname(name)],
    '--out',
    join(work, name),
  ])
  ok(existsSync(join(work, name)), `It exports no ${name}.`)
}
run(command, ['convert', join(work, 'map.argdown'), join(work, 'again.json')])
run(process.execPath, [join(prefix, 'lib', 'counterpoint', 'install.mjs'), '--uninstall', '--prefix', prefix])
ok(!existsSync(prefix), 'Something of it is left.')
ok(existsSync(project), 'The project is gone.')

function install() {
  return run(process.execPath, [join(bundle, 'install.mjs'), '--prefix', prefix])
}

/** The sample project, with the ending that a double click opens. */
function renamed() {
  const path = join(work, 'sample.counterpoint')
  copyFileSync(join(bundle, 'program', 'resources', 'sample.json'), path)
  return path
}

function firstPdf() {
  return readdirSync(PDF).find((name) => name.endsWith('.pdf'))
}

function refuseBadBundles() {
  const script = join(bundle, 'install.mjs')
  const file = join(work, 'file')
  writeFileSync(file, '')
  ok(/cannot be written/.test(refused(process.execPath, [script, '--prefix', file])), 'A file is no prefix.')
  const cut = join(bundle, 'program', 'out', 'main', 'cli.js')
  const whole = readFileSync(cut)
  writeFileSync(cut, whole.subarray(0, 1000))
  ok(
    /damaged or incomplete/.test(refused(process.execPath, [script, '--prefix', prefix])),
    'Damage is not found.',
  )
  writeFileSync(cut, whole)
  ok(!existsSync(prefix), 'Something was installed from a damaged bundle.')
}

function refuseOlder() {
  const path = join(prefix, 'lib', 'counterpoint', 'package.json')
  const own = readFileSync(path, 'utf8')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(own), version: '999.0.0' }))
  const said = refused(process.execPath, [join(bundle, 'install.mjs'), '--prefix', prefix])
  ok(/is older/.test(said), `An older version is not refused: ${said}`)
  writeFileSync(path, own)
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
