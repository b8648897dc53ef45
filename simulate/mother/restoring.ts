import { DatabaseSync } from 'node:sqlite'

/** The devices that are revoked in the database that is about to be put aside. */
export function revokeAgain(file: string): { user: string; device: string }[] {
  const db = new DatabaseSync(file)
  try {
    return db
      .prepare('SELECT user_id AS user, device_id AS device FROM device WHERE revoked_at IS NOT NULL')
      .all() as unknown as { user: string; device: string }[]
  } finally {
    db.close()
  }
}

/** What an operator's restore does besides: nobody who was sent away comes back, and no code from then works. */
export function endSecrets(file: string, revoked: { user: string; device: string }[], now: number): void {
  const db = new DatabaseSync(file)
  try {
    db.exec('DELETE FROM pairing')
    const revoke = db.prepare(
      'UPDATE device SET revoked_at = ? WHERE user_id = ? AND device_id = ? AND revoked_at IS NULL',
    )
    for (const { user, device } of revoked) revoke.run(now, user, device)
  } finally {
    db.close()
  }
}
