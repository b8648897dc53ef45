import fc from 'fast-check'
import { Encoder, PacketType } from 'socket.io-parser'
import { expect, test } from 'vitest'
import { RawJson } from '../core/messages/raw-json.ts'
import { packets } from './packet-encoder.ts'

const library = new Encoder()
const own = new packets.Encoder()

const packet = fc.oneof(
  fc.record({
    type: fc.constantFrom(PacketType.EVENT, PacketType.ACK),
    nsp: fc.constant('/'),
    id: fc.option(fc.nat(), { nil: undefined }),
    data: fc.array(fc.jsonValue()),
  }),
  fc.record({
    type: fc.constantFrom(PacketType.CONNECT, PacketType.CONNECT_ERROR),
    nsp: fc.constantFrom('/', '/elsewhere'),
    data: fc.dictionary(fc.string(), fc.jsonValue()),
  }),
  fc.record({ type: fc.constant(PacketType.DISCONNECT), nsp: fc.constantFrom('/', '/elsewhere') }),
)

test('packets are written as the library writes them', () => {
  fc.assert(
    fc.property(packet, (it) => {
      expect(own.encode(it as never)).toEqual(library.encode({ ...it } as never))
    }),
  )
})

test('what is JSON already goes out as it stands, wherever it is among the arguments', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.infiniteStream(fc.boolean()), fc.nat(), (values, choose, id) => {
      const data = values.map((it) => (choose.next().value ? new RawJson(JSON.stringify(it)) : it))
      const packet = { type: PacketType.ACK, nsp: '/', id }
      expect(own.encode({ ...packet, data })).toEqual(library.encode({ ...packet, data: values }))
    }),
  )
})
