import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { openAuthority } from './authority.ts'
import { makeCertificate } from './certificate.ts'

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'roost-authority-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Why a client that trusts this authority refuses a server with this certificate; undefined: it does not. */
async function refusal(ca: string, certificate: { cert: string; key: string }) {
  const server = createServer(certificate, (socket) => socket.end()).on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  // TLS sends no address as a name, so the client compares it by itself.
  const socket = connect({ port, host: '127.0.0.1', ca, checkServerIdentity: () => undefined, servername: '' })
  return new Promise<string | undefined>((resolve) => {
    socket.once('secureConnect', () => resolve(undefined))
    socket.once('error', (error) => resolve(error.message))
  })
}

test.each([
  ['192.168.1.5', undefined],
  ['10.0.0.7', undefined],
  ['100.101.102.103', undefined],
  ['93.184.216.34', expect.stringMatching(/permitted subtree/)],
  ['11.0.0.1', expect.stringMatching(/permitted subtree/)],
])('the authority vouches for %s', async (address, expected) => {
  const authority = await openAuthority(newDir())
  const ca = authority.certificate.toString('pem')
  expect(await refusal(ca, await makeCertificate(authority, address, []))).toEqual(expected)
})

test('a stolen key makes no certificate for other names that would be believed', async () => {
  const authority = await openAuthority(newDir())
  const everything = { ...authority, permits: { ...authority.permits, names: ['bank.example'] } }
  const forged = await makeCertificate(everything, '192.168.1.5', ['bank.example'])
  const ca = authority.certificate.toString('pem')
  expect(await refusal(ca, forged)).toMatch(/permitted subtree/)
})

test('an address outside private networks makes a new authority, and the old one comes back for no other reason', async () => {
  const dir = newDir()
  const first = await openAuthority(dir)
  const serial = async (address?: string) => (await openAuthority(dir, address)).certificate.serialNumber
  expect(await serial()).toBe(first.certificate.serialNumber)
  const wider = await serial('93.184.216.34')
  expect(wider).not.toBe(first.certificate.serialNumber)
  expect(await serial('93.184.216.34')).toBe(wider)
  expect(await serial()).toBe(wider)
})

test('a damaged file is named, and stays', async () => {
  const dir = newDir()
  const file = join(dir, 'lan-authority.json')
  await openAuthority(dir)
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  const other = JSON.parse(JSON.stringify(stored))
  await openAuthority(newDir()).then(({ certificate }) => {
    other.certificate = certificate.toString('pem')
  })
  for (const text of ['', '{', JSON.stringify({ ...stored, key: '' }), JSON.stringify(other)]) {
    writeFileSync(file, text)
    await expect(openAuthority(dir)).rejects.toThrow(`DATA_DIR: ${file} is damaged`)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})
