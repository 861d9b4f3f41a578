// An OpenID Connect provider (panva's oidc-provider) on loopback, kept in memory and gone when stopped. It speaks as ProConnect does:
// user info as a signed JWT, the levels of assurance eidas1 to eidas3, the claims given_name, usual_name, siret, uid.
//
//   start [--port 9010] [--redirect http://localhost:8080] [--until-stdin-closes]
//
// Prints one line of JSON when ready: issuer, client and secret. Whoever signs in types a name, which becomes the subject, and as
// password the level of assurance that shall be confirmed (`eidas2`); there is nothing to protect.
//
// It lets a level pass that is lower than the one asked for: to notice that is up to whoever asked.
//
// For tests: POST /-/keys makes a new signing key and forgets the old one.
import { randomBytes, webcrypto } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { Provider, interactionPolicy } from 'oidc-provider'

process.stdout.write = process.stderr.write.bind(process.stderr)

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    redirect: { type: 'string', default: 'http://localhost:8080' },
    'until-stdin-closes': { type: 'boolean', default: false },
  },
})

const signingKey = async () => {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const rsa = await webcrypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  )
  const jwk = async (key) => ({ ...(await webcrypto.subtle.exportKey('jwk', key)), use: 'sig', kid: randomBytes(6).toString('hex') })
  return [
    { ...(await jwk(pair.privateKey)), key_ops: undefined },
    { ...(await jwk(rsa.privateKey)), key_ops: undefined },
  ]
}

const secret = randomBytes(24).toString('base64url')
const cookieKey = randomBytes(24).toString('base64url')
const server = createServer()
await new Promise((resolve) => server.listen(Number(options.port), '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${server.address().port}`

const careless = interactionPolicy.base()
careless.get('login').checks.remove('essential_acrs')
careless.get('login').checks.remove('essential_acr')

const configured = async () => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'tocsin',
        client_secret: secret,
        redirect_uris: [`${options.redirect}/desk/sign-in/oidc/answer`],
        post_logout_redirect_uris: [`${options.redirect}/desk/sign-in/oidc/out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
        userinfo_signed_response_alg: 'ES256',
        token_endpoint_auth_method: 'client_secret_post',
        require_auth_time: false,
      },
    ],
    jwks: { keys: await signingKey() },
    cookies: { keys: [cookieKey] },
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    scopes: ['openid', 'given_name', 'usual_name', 'siret', 'uid'],
    claims: {
      openid: ['sub'],
      acr: null,
      auth_time: null,
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
      uid: ['uid'],
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = `<!doctype html><title>Out</title>${form}<button id="out" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`
        },
      },
    },
    interactions: {
      policy: careless,
      url: (_ctx, interaction) => `/-/interaction/${interaction.uid}`,
    },
    conformIdTokenClaims: false,
    // whoever is asked agrees: consent is not what is tested here
    loadExistingGrant: async (ctx) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid given_name usual_name siret uid')
      grant.addOIDCClaims(['sub', 'acr', 'auth_time', 'given_name', 'usual_name', 'siret', 'uid'])
      await grant.save()
      return grant
    },
    findAccount: async (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, given_name: 'Camille', usual_name: `Durand ${id}`, siret: '13002526500013', uid: `uid-${id}` }),
    }),
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 300, AccessToken: 60 },
    renderError: async (ctx, out) => {
      ctx.type = 'json'
      ctx.body = out
    },
  })
  provider.on('server_error', (_ctx, error) => console.error(error))
  provider.use(async (ctx, next) => {
    const path = ctx.path.match(/^\/-\/interaction\/([^/]+)$/)
    if (!path) return next()
    if (ctx.method === 'GET') {
      const { prompt } = await provider.interactionDetails(ctx.req, ctx.res)
      ctx.type = 'html'
      ctx.body = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1><p>${prompt.name}</p>
        <form method="post"><label>Name <input id="login" name="login"></label>
        <label>Level <input id="level" name="level" value="eidas2"></label><button>Sign in</button></form></html>`
      return
    }
    let body = ''
    for await (const chunk of ctx.req) body += chunk
    const typed = new URLSearchParams(body)
    await provider.interactionFinished(
      ctx.req,
      ctx.res,
      { login: { accountId: typed.get('login'), acr: typed.get('level') } },
      { mergeWithLastSubmission: false },
    )
    ctx.respond = false
  })
  return provider.callback()
}

let answer = await configured()
server.on('request', async (request, response) => {
  if (request.method === 'POST' && request.url === '/-/keys') {
    answer = await configured()
    response.end()
  } else {
    answer(request, response)
  }
})

if (options['until-stdin-closes']) process.stdin.on('end', () => process.exit()).resume()
writeSync(1, `${JSON.stringify({ issuer, client: 'tocsin', secret })}\n`)
