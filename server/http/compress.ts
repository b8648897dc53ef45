import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

/** Below it the headers weigh as much as the compression saves. */
const FROM_BYTES = 1024

const brotli = promisify(brotliCompress)
const zstd = promisify(zstdCompress)

/**
 * The best first, each at its fastest level. Measured with 2,000 messages (635 KiB): zstd leaves 16.0 % in 1.2 ms, br
 * 16.7 % in 1.4 ms, gzip 18.8 % in 2.6 ms; higher levels take four times as long to save half a percent.
 */
const codings = {
  zstd: (bytes: Uint8Array) => zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  br: (bytes: Uint8Array) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 1 }),
}
type Coding = keyof typeof codings

/** Compressed in the coding that the client prefers; null: the text goes out as it is. */
export async function compress(text: string, accepted: string | undefined): Promise<Compressed | null> {
  // A UTF-16 unit is at most three bytes.
  if (text.length * 3 <= FROM_BYTES) return null
  const coding = chooseCoding(accepted)
  const bytes = coding && Buffer.from(text)
  if (!bytes || bytes.byteLength <= FROM_BYTES) return null
  return { coding, bytes: new Uint8Array(await codings[coding](bytes)) }
}

interface Compressed {
  coding: Coding
  bytes: Uint8Array<ArrayBuffer>
}

/** The coding that the client prefers; where it has no preference, the first of ours. */
export function chooseCoding(accepted: string | undefined): Coding | null {
  const weights = new Map((accepted ?? '').split(',').map(weightOf))
  let chosen: Coding | null = null
  let best = 0
  for (const coding of Object.keys(codings) as Coding[]) {
    const weight = weights.get(coding) ?? weights.get('*') ?? 0
    if (weight <= best) continue
    chosen = coding
    best = weight
  }
  return chosen
}

function weightOf(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((it) => it.trim().toLowerCase())
  const q = parameters.find((it) => it.startsWith('q='))?.slice(2)
  return [name, q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0]
}
