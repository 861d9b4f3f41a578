// A whole AT Protocol network of one server: the official PDS and the official PLC directory, on
// loopback, kept in a temporary folder and gone when stopped.
//
//   start [--port 2583] [--accounts alice.test,bob.test] [--rate-limits] [--until-stdin-closes]
//
// Prints one line of JSON when ready: the server's address and, for each account asked for, its handle,
// DID, e-mail, password and an app password. Everything else goes to standard error.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Secp256k1Keypair } from '@atproto/crypto'
import { PDS } from '@atproto/pds'
import plc from '@did-plc/server'

// Logs of the servers must not mix with the line that the caller reads.
process.stdout.write = process.stderr.write.bind(process.stderr)

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    accounts: { type: 'string', default: '' },
    'rate-limits': { type: 'boolean', default: false },
    'until-stdin-closes': { type: 'boolean', default: false },
  },
})

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const hex = async (keypair) => Buffer.from(await keypair.export()).toString('hex')

const call = async (url, method, body, token) => {
  const answer = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  const json = await answer.json()
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${JSON.stringify(json)}`)
  return json
}

const createAccount = async (url, handle) => {
  const email = `${handle.replaceAll('.', '-')}@example.org`
  const password = randomBytes(12).toString('hex')
  const account = await call(url, 'com.atproto.server.createAccount', { handle, email, password })
  const app = await call(
    url,
    'com.atproto.server.createAppPassword',
    { name: 'tocsin' },
    account.accessJwt,
  )
  return { handle, did: account.did, email, password, appPassword: app.password }
}

const folder = mkdtempSync(join(tmpdir(), 'tocsin-bluesky-'))
const stop = () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
if (options['until-stdin-closes']) process.stdin.resume().once('end', stop).once('error', stop)

const directoryPort = await freePort()
const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: directoryPort })
await directory.start()

const port = Number(options.port) || (await freePort())
const url = `http://localhost:${port}`
const server = await PDS.fromEnv({
  devMode: true,
  port,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  blobstoreDiskTmpLocation: join(folder, 'uploads'),
  recoveryDidKey: (await Secp256k1Keypair.create()).did(),
  plcRotationKeyK256PrivateKeyHex: await hex(await Secp256k1Keypair.create({ exportable: true })),
  adminPassword: randomBytes(12).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  didPlcUrl: `http://localhost:${directoryPort}`,
  serviceHandleDomains: ['.test'],
  enableDidDocWithSession: true,
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: options['rate-limits'],
  bskyAppViewUrl: 'https://appview.invalid',
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'https://moderator.invalid',
  modServiceDid: 'did:example:invalid',
})
await server.start()

const accounts = []
for (const handle of options.accounts.split(',').filter(Boolean)) {
  accounts.push(await createAccount(url, handle))
}
writeSync(1, JSON.stringify({ url, accounts }) + '\n')
