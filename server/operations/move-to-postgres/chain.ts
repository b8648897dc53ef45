import type { Client } from 'pg'
import { nextDigest } from '../../core/messages/digest.ts'

const PAGE = 2_000

/**
 * Checks that every user's messages give the history digest, from the floor up to the head without a gap.
 * @returns the first difference, in one line; null when there is none.
 */
export async function checkChain(client: Client): Promise<string | null> {
  for (let user = ''; ; ) {
    const { rows } = await client.query('SELECT * FROM log WHERE user_id > $1 ORDER BY user_id LIMIT 1', [user])
    const [log] = rows
    if (!log) return null
    user = log.user_id
    let [version, digest] = [Number(log.floor), log.floor_digest as Uint8Array]
    while (version < Number(log.head)) {
      const messages = await client.query(
        'SELECT version, message_id, payload_hash, digest FROM message WHERE user_id = $1 AND version > $2 ORDER BY version LIMIT $3',
        [user, version, PAGE],
      )
      for (const it of messages.rows) {
        digest = nextDigest(digest, it.message_id, it.payload_hash.toString('hex'))
        version += 1
        if (Number(it.version) !== version || !it.digest.equals(digest)) return `history of ${user} at ${version}`
      }
      if (messages.rows.length === 0) return `history of ${user} ends at ${version}`
    }
    if (!log.digest.equals(digest)) return `history of ${user} at its head`
  }
}
