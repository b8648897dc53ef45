import { limits } from '../../lib/protocol/limits.ts'
import { formatCount } from '../words/count.ts'

const WARN_FROM = limits.contentBytes * 0.9

/** Warns the writer before the limit is reached, in bytes, because the server counts bytes. */
export function SizeNote({ bytes }: { bytes: number }) {
  if (bytes < WARN_FROM) return null
  const over = bytes - limits.contentBytes
  return (
    <p role="status" className={`numeric px-4 pt-1 pb-1 text-xs ${over > 0 ? 'text-danger' : 'text-faint'}`}>
      {over > 0
        ? `Too long by ${formatCount(over)} bytes. Shorten it, or send it in parts.`
        : `${formatCount(bytes)} of ${formatCount(limits.contentBytes)} bytes`}
    </p>
  )
}
