import { createPrivateKey, X509Certificate as Parsed, randomBytes, webcrypto } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
// The certificate library needs it.
import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import * as x509 from '@peculiar/x509'
import { ConfigError } from '../config/config-error.ts'
import { machineNames, privateNetworks } from './addresses.ts'

/** Signs the certificates of this server. A phone that trusts it trusts it for `permits` only, not for other sites. */
export interface Authority {
  certificate: x509.X509Certificate
  key: webcrypto.CryptoKey
  permits: Permits
}

export interface Permits {
  /** Networks, as 10.0.0.0/8. */
  networks: readonly string[]
  /** Names, each with everything below it. */
  names: readonly string[]
}

const YEARS = 10
const NAME_CONSTRAINTS = '2.5.29.30'
export const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

x509.cryptoProvider.set(webcrypto as Crypto)

/**
 * The authority of this data directory. The first call makes it; only its owner may read it. `address`: one outside the
 * private networks that it has to sign for, too. @throws ConfigError.
 */
export async function openAuthority(dataDir: string, address?: string): Promise<Authority> {
  const file = join(dataDir, 'lan-authority.json')
  const networks = address === undefined ? privateNetworks : [...privateNetworks, `${address}/32`]
  const permits = { networks, names: [...new Set(['local', 'localhost', ...machineNames()])] }
  const found = await read(file)
  if (found && networks.every((it) => found.permits.networks.includes(it))) return found
  const made = await makeAuthority(permits)
  await write(file, made)
  return made
}

/** A serial number is positive, so its first bit is 0. */
export const serialNumber = () => `01${randomBytes(15).toString('hex')}`

export const daysFrom = (start: Date, days: number) => new Date(start.getTime() + days * 24 * 60 * 60_000)

async function makeAuthority(permits: Permits): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = daysFrom(new Date(), -1)
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: serialNumber(), name: [{ CN: [`Roost on ${hostname()}`] }] },
    ...{ notBefore, notAfter: daysFrom(notBefore, YEARS * 365) },
    ...{ signingAlgorithm: algorithm, keys: keys as CryptoKeyPair },
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
      new x509.Extension(NAME_CONSTRAINTS, true, AsnConvert.serialize(constraintsOf(permits))),
    ],
  })
  return { certificate, key: keys.privateKey, permits }
}

function constraintsOf({ networks, names }: Permits): NameConstraints {
  const bases = [
    ...names.map((dNSName) => new GeneralName({ dNSName })),
    ...networks.map((iPAddress) => new GeneralName({ iPAddress })),
  ]
  return new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base }))),
  })
}

async function write(file: string, { certificate, key, permits }: Authority): Promise<void> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64')
  const text = JSON.stringify({ certificate: certificate.toString('pem'), key: pkcs8, permits }, null, 2)
  try {
    writeFileSync(file, text, { mode: 0o600, flush: true })
  } catch (error) {
    throw new ConfigError(`DATA_DIR: cannot write ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
}

async function read(file: string): Promise<Authority | undefined> {
  try {
    const { certificate, key, permits } = JSON.parse(readFileSync(file, 'utf8'))
    const parsed = new Parsed(certificate)
    const der = Buffer.from(key, 'base64')
    if (!parsed.checkPrivateKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })))
      throw new Error('other key')
    if (parsed.validToDate.getTime() < Date.now()) return undefined
    return {
      certificate: new x509.X509Certificate(certificate),
      key: await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
      permits: { networks: [...permits.networks], names: [...permits.names] },
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigError(
      `DATA_DIR: ${file} is damaged; delete it to have a new one made (phones have to trust it again)`,
    )
  }
}
