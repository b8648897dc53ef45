import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A browser hands this over after `navigator.credentials.create` or `.get`, in the JSON form of WebAuthn. */
export interface Credential {
  id: string
  rawId: string
  type: 'public-key'
  clientExtensionResults: object
  response: Record<string, unknown>
}

export interface Authenticator {
  create(challenge: string): Credential
  get(challenge: string): Credential
}

const PERSON_PRESENT = 0x01
const PERSON_VERIFIED = 0x04
const HAS_KEY = 0x40

/** A passkey in software (P-256, no attestation). `verifies`: it checks its person by a finger, a face or a PIN. */
export function createAuthenticator(origin: string, { verifies = true } = {}): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const flags = PERSON_PRESENT | (verifies ? PERSON_VERIFIED : 0)
  const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
  const rpHash = sha256(new URL(origin).hostname)
  let counter = 0

  function dataWith(more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([rpHash, Buffer.from([flags | more]), count])
  }
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const credential = (response: Record<string, Buffer | string[]>): Credential => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(
      Object.entries(response).map(([name, it]) => [name, Buffer.isBuffer(it) ? it.toString('base64url') : it]),
    ),
  })

  return {
    create(challenge) {
      const key = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey.export({ format: 'jwk' })),
      ])
      const data = Buffer.concat([dataWith(HAS_KEY), key])
      // CBOR: { fmt: 'none', attStmt: {}, authData: data }
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex')
      const attestationObject = Buffer.concat([head, Buffer.from([data.length]), data])
      return credential({ clientDataJSON: clientData('webauthn.create', challenge), attestationObject, transports: [] })
    },
    get(challenge) {
      const [clientDataJSON, authenticatorData] = [clientData('webauthn.get', challenge), dataWith(0)]
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
      return credential({ clientDataJSON, authenticatorData, signature })
    },
  }
}

/** CBOR: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y } */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const bytes = (head: string, text: string) => [Buffer.from(head, 'hex'), Buffer.from(text, 'base64url')]
  return Buffer.concat([Buffer.from('a5010203262001', 'hex'), ...bytes('215820', x), ...bytes('225820', y)])
}
