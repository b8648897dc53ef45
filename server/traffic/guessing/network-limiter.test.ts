import { expect, test } from 'vitest'
import { inMemory } from '../../core/ports/limiter.ts'
import { consumeAll, createNetworkLimiter, networksOf } from './network-limiter.ts'

test.each([
  ['1.2.3.4', ['1.2.3.4']],
  ['unknown', ['unknown']],
  ['2001:db8:1:2345::', ['2001:db8:1:2345::', '2001:db8:1:2300::/56', '2001:db8:1::/48']],
  ['0:0:0:0::', ['0:0:0:0::', '0:0:0:0::/56', '0:0:0::/48']],
])('the networks of %s', (address, networks) => {
  expect(networksOf(address)).toEqual(networks)
})

const triesFrom = async (addresses: string[]) => {
  const counts = createNetworkLimiter({ name: 'x', points: 5, seconds: 60 }, inMemory)
  let allowed = 0
  for (const address of addresses)
    await consumeAll(counts(address)).then(
      () => (allowed += 1),
      () => {},
    )
  return allowed
}
const hex = (n: number) => n.toString(16)

test('addresses of one /56 or one /48 share a count, and other networks have their own', async () => {
  const many = (address: (n: number) => string) => triesFrom(Array.from({ length: 200 }, (_, n) => address(n)))
  expect(await many(() => '2001:db8:1:1::')).toBe(5)
  expect(await many((n) => `2001:db8:1:1${hex(n).padStart(2, '0')}::`)).toBe(10)
  expect(await many((n) => `2001:db8:1:${hex(n * 256)}::`)).toBe(20)
  expect(await many((n) => `2001:db8:${hex(n)}:0::`)).toBe(200)
})

test('a network that is refused uses up nothing of the wider ones', async () => {
  const from = (address: string, times: number) => Array<string>(times).fill(address)
  const addresses = [...from('2001:db8:1:1::', 100), ...from('2001:db8:1:2::', 100)]
  expect(await triesFrom(addresses)).toBe(10)
})
