/**
 * `node scripts/sign.mjs PRIVATE_KEY FILE…`: writes FILE.sig, which `counterpoint check-update` verifies. PRIVATE_KEY is
 * an Ed25519 key in PEM, kept outside the repository. `openssl genpkey -algorithm ed25519` makes one, and
 * `openssl pkey -pubout` prints its public key.
 */
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { giveUp } from './run.mjs'

const [keyFile, ...files] = process.argv.slice(2)
if (files.length === 0) giveUp('Usage: node scripts/sign.mjs PRIVATE_KEY FILE…')
const key =
  privateKeyIn(keyFile) ?? giveUp(`“${keyFile}” has no Ed25519 private key in PEM. Nothing was signed.`)
for (const file of files) {
  writeFileSync(`${file}.sig`, `${sign(null, readFileSync(file), key).toString('base64')}\n`)
  console.log(`${file}.sig`)
}

function privateKeyIn(file) {
  try {
    const key = createPrivateKey(readFileSync(file))
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
