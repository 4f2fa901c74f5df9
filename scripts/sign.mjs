/**
 * `node scripts/sign.mjs PRIVATE_KEY FILE…`: writes FILE.sig, which `counterpoint check-update` verifies. PRIVATE_KEY is
 * an Ed25519 key in PEM, kept outside the repository. `openssl genpkey -algorithm ed25519` makes one, and
 * `openssl pkey -pubout` prints its public key.
 */
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const [keyFile, ...files] = process.argv.slice(2)
if (!keyFile || files.length === 0) throw new Error('Usage: node scripts/sign.mjs PRIVATE_KEY FILE…')
const key = createPrivateKey(readFileSync(keyFile))
if (key.asymmetricKeyType !== 'ed25519') throw new Error('The private key is not an Ed25519 key.')
for (const file of files) {
  writeFileSync(`${file}.sig`, `${sign(null, readFileSync(file), key).toString('base64')}\n`)
  console.log(`${file}.sig`)
}
