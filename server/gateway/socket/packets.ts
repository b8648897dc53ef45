import { Decoder, type Packet } from 'socket.io-parser'
import { JsonText } from './json-text.ts'

/**
 * Writes packets as the library's own encoder does, less what Roost has no use for (binary attachments), and takes JSON that
 * is written already. Every namespace but the first is refused before this.
 */
class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : json(data)}`]
  }
}

function json(data: unknown): string {
  if (Array.isArray(data) && data.some((it) => it instanceof JsonText)) return `[${data.map(json).join(',')}]`
  return data instanceof JsonText ? data.text : JSON.stringify(data)
}

/** How Socket.IO reads and writes packets here. */
export const packets = { Encoder, Decoder }
