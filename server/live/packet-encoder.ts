import { Decoder, type Packet } from 'socket.io-parser'
import { toJson } from '../core/messages/raw-json.ts'

/**
 * Writes packets as the library's own encoder does, less what Roost has no use for (binary attachments), and takes JSON that
 * is written already. Every namespace but the first is refused before this.
 */
class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : toJson(data)}`]
  }
}

/** How Socket.IO reads and writes packets here. */
export const packets = { Encoder, Decoder }
