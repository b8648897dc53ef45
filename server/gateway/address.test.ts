import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const from = (header: string | undefined, proxies: number) =>
  addressOf(
    { socket: { remoteAddress: '10.0.0.9' }, headers: { 'x-forwarded-for': header } } as never as IncomingMessage,
    proxies,
  )

test.each([
  ['without a trusted proxy the header says nothing', '1.2.3.4', 0, '10.0.0.9'],
  ['with one, what it wrote down', '1.2.3.4', 1, '1.2.3.4'],
  ['and not what the caller claims', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['with two, what the outer one wrote down', '6.6.6.6, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
  ['a chain that is too short is not from our proxies', '1.2.3.4', 2, '10.0.0.9'],
  ['no header', undefined, 1, '10.0.0.9'],
])('%s', (_name, header, proxies, expected) => {
  expect(from(header, proxies)).toBe(expected)
})
