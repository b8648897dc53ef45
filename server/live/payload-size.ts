import { RoostError } from '../../lib/protocol/error.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { exceedsUtf8 } from '../../lib/protocol/values/text.ts'
import type { DeviceSocket } from './types.ts'

interface Packets {
  on(event: 'packet', listener: (packet: { data?: unknown }) => void): void
}

/**
 * Refuses payloads of more than 8 MiB. A packet's size is only known before it is decoded, and the decoder does not say
 * which packet it was. So after one large packet the gateway measures every payload of the connection.
 */
export function watchSize(socket: DeviceSocket): (payload: unknown) => void {
  let sawLarge = false
  const packets = socket.conn as unknown as Packets
  packets.on('packet', ({ data }) => {
    sawLarge ||= typeof data === 'string' && exceedsUtf8(data, limits.requestBytes)
  })
  return (payload) => {
    if (sawLarge && exceedsUtf8(JSON.stringify(payload) ?? '', limits.requestBytes)) {
      throw new RoostError('payload_too_large', `a request has at most ${limits.requestBytes} bytes`)
    }
  }
}
