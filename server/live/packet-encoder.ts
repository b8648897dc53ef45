import { Decoder, type Packet } from 'socket.io-parser'
import { toJson } from '../core/messages/raw-json.ts'

/**
 * Writes packets like the library's encoder, but without binary attachments, which Roost does not use, and takes
 * RawJson. Packets of other namespaces are refused before they get here.
 */
class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : toJson(data)}`]
  }
}

/** Socket.IO's parser with our encoder. */
export const packets = { Encoder, Decoder }
