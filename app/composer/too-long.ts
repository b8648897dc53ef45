import { limits } from '../../lib/protocol/limits.ts'

/** How many characters have to go from the end of a text until it fits; 0 when it does. The server counts bytes. */
export function charactersTooMany(text: string, bytes: number): number {
  let over = bytes - limits.contentBytes
  let count = 0
  for (let at = text.length; over > 0 && at > 0; count++) {
    const low = text.charCodeAt(at - 1)
    const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1
    over -= isPair ? 4 : low < 0x80 ? 1 : low < 0x800 ? 2 : 3
    at -= isPair ? 2 : 1
  }
  return count
}
