import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { type Authority, algorithm, daysFrom, serialNumber } from './authority.ts'

/** Phones refuse certificates that are valid for more than 825 days; a server runs on for less than this without a restart. */
const VALID_DAYS = 397
/** Not the address: clients take a common name with a dot for a host name, which the authority may not sign for. */
const SUBJECT = [{ CN: ['Roost'] }]

export interface Certificate {
  cert: string
  key: string
}

/** A certificate for this address and those of the names that the authority may sign for. */
export async function makeCertificate(authority: Authority, address: string, names: string[]): Promise<Certificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = daysFrom(new Date(), -1)
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ serialNumber: serialNumber(), subject: SUBJECT, issuer: authority.certificate.subjectName },
    ...{ notBefore, notAfter: daysFrom(notBefore, VALID_DAYS), signingAlgorithm: algorithm },
    ...{ publicKey: keys.publicKey as CryptoKey, signingKey: authority.key as CryptoKey },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: address },
        ...names.filter((it) => isPermitted(authority, it)).map((value) => ({ type: 'dns' as const, value })),
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') }
}

const isPermitted = ({ permits }: Authority, name: string) =>
  permits.names.some((it) => name === it || name.endsWith(`.${it}`))
