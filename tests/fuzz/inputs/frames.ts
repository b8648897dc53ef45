import type { Random } from '../../kit/random.ts'

interface Frame {
  opcode?: number
  final?: boolean
  masked?: boolean
  reserved?: number
  /** The length in the header, which may be wrong. */
  length?: number | bigint
}

/** A WebSocket frame of a client. RFC 6455, 5.2. */
export function frame(content: string | Buffer, how: Frame = {}): Buffer {
  const { opcode = 1, final = true, masked = true, reserved = 0 } = how
  const payload = Buffer.from(content as string)
  const length = BigInt(how.length ?? payload.length)
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode
  const key = Buffer.from([1, 2, 3, 4])
  const head = [Buffer.from([first]), lengthBytes(length, masked), ...(masked ? [key] : [])]
  const body = masked ? payload.map((byte, index) => byte ^ (key[index % 4] as number)) : payload
  return Buffer.concat([...head, body])
}

function lengthBytes(length: bigint, masked: boolean): Buffer {
  const bit = masked ? 0x80 : 0
  if (length < 126n) return Buffer.from([bit | Number(length)])
  const bytes = Buffer.alloc(length < 65_536n ? 3 : 9)
  bytes[0] = bit | (length < 65_536n ? 126 : 127)
  if (length < 65_536n) bytes.writeUInt16BE(Number(length), 1)
  else bytes.writeBigUInt64BE(length & 0xffff_ffff_ffff_ffffn, 1)
  return bytes
}

/** Frames that break the rules of WebSocket itself: the connection has to end, and nothing else. */
export function brokenFrame(random: Random): Buffer {
  const how: Frame = random.pick<Frame>([
    { masked: false },
    { reserved: 1 + random.below(7) },
    { opcode: 3 + random.below(5) },
    { opcode: 11 + random.below(5) },
    { opcode: 0 },
    { opcode: 8 },
    { opcode: 9, final: false },
    { final: false },
    { length: 0 },
    { length: 70_000 },
    { length: 2n ** 63n },
    { length: 2n ** 64n - 1n },
  ])
  const content = random.pick([
    random.bytes(random.below(300)),
    Buffer.from([0xff, 0xfe, 0x80]),
    Buffer.from('42["send"]'),
  ])
  return random.chance(0.1) ? random.bytes(1 + random.below(50)) : frame(content, how)
}
