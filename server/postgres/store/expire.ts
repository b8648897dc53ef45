import type { Transaction } from '../connection/connection.ts'

/**
 * Moves the floor towards `upTo` by at most `steps` versions. Returns by how many; fewer than `steps` when it has
 * arrived.
 */
export async function expireStep(tx: Transaction, userId: string, upTo: number, steps: number): Promise<number> {
  const [log] = await tx.ask('lockLog', [userId])
  if (!log) return 0
  const gone = await tx.ask('findOldest', [userId, log.floor, Math.min(upTo, log.floor + steps)])
  const last = gone.at(-1)
  if (!last) return 0
  const viewers = new Set(['all', ...gone.flatMap((it) => [it.sender, it.receiver, it.target_sender])])
  viewers.delete(null)
  tx.later('moveFloor', [userId, last.version, last.digest])
  tx.later('removeMessages', [userId, last.version])
  tx.later('removeFromBin', [userId, last.version])
  tx.later('unnameUpTo', [userId, last.version])
  tx.later('removeWakes', [userId, last.version])
  tx.later('hide', [userId, [...viewers], last.version])
  return gone.length
}
