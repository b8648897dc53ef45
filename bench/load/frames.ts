const TEXT = 0x81
const MASKED = 0x80

/**
 * A text frame of a client (RFC 6455, 5.2). The key of its mask is zero, which leaves the bytes as they are: what this side
 * costs is taken from the side that is measured.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(head + 4 + length)
  frame[0] = TEXT
  if (head === 2) frame[1] = MASKED | length
  else if (head === 4) {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = MASKED | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, head + 4)
  return frame
}

/** Cuts what a server sends into the payloads of its frames, whatever pieces it comes in. Frames are whole messages here. */
export function createFrameReader(onPayload: (payload: Buffer) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = []
  let gathered = 0
  let needed = 2

  return (chunk) => {
    pieces.push(chunk)
    gathered += chunk.length
    if (gathered < needed) return
    let data = pieces.length === 1 ? chunk : Buffer.concat(pieces, gathered)
    for (;;) {
      needed = frameEnd(data)
      if (data.length < needed) break
      onPayload(data.subarray(headOf(data), needed))
      data = data.subarray(needed)
    }
    pieces = data.length === 0 ? [] : [data]
    gathered = data.length
  }
}

const headOf = (data: Buffer) => (data[1] === 127 ? 10 : data[1] === 126 ? 4 : 2)

/** Where the first frame ends, or as much as is needed to say so. */
function frameEnd(data: Buffer): number {
  if (data.length < 2) return 2
  const head = headOf(data)
  if (data.length < head) return head
  if (head === 2) return head + (data[1] as number)
  return head + (head === 4 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2)))
}
