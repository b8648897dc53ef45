import type { History } from '../../core/messages/cursor.ts'
import { showDigest } from '../../core/messages/digest.ts'

/** A row of `log`. */
export interface LogRow {
  head: number
  digest: Uint8Array
  floor: number
  floor_digest: Uint8Array
}

/** `between`: the row with the digest of a version between floor and head. */
export function historyOf(log: LogRow, between: readonly { digest: Uint8Array }[]): History {
  return {
    head: log.head,
    floor: log.floor,
    digestAt(version) {
      if (version === log.head) return showDigest(log.digest)
      if (version === log.floor) return showDigest(log.floor_digest)
      const [row] = between
      if (!row) throw new Error(`Version ${version} is not there`)
      return showDigest(row.digest)
    },
  }
}
