import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const from = (header: string | undefined, proxies: number) =>
  addressOf({ socket: { remoteAddress: '10.0.0.9' }, headers: { 'x-forwarded-for': header } }, proxies)

test.each([
  ['without a trusted proxy the header says nothing', '1.2.3.4', 0, '10.0.0.9'],
  ['with one, what it wrote down', '1.2.3.4', 1, '1.2.3.4'],
  ['and not what the caller claims', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['with two, what the outer one wrote down', '6.6.6.6, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
  ['a chain that is too short is not from our proxies', '1.2.3.4', 2, '10.0.0.9'],
  ['a port that it wrote, too, is nobody of its own', '1.2.3.4:5678', 1, '1.2.3.4'],
  ['nor behind an IPv6 address', '[2001:db8:1:2::1]:5678', 1, '2001:db8:1:2::'],
  ['no header', undefined, 1, '10.0.0.9'],
])('%s', (_name, header, proxies, expected) => {
  expect(from(header, proxies)).toBe(expected)
})

const caller = (remoteAddress: string) => addressOf({ socket: { remoteAddress }, headers: {} }, 0)

test.each([
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['::1', '0:0:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
])('%s counts as %s', (address, expected) => {
  expect(caller(address)).toBe(expected)
})

test('what a proxy wrote that is no address is not taken for one', () => {
  expect(from('<script>', 1)).toBe('10.0.0.9')
})
