import type { Transaction } from './session.ts'

/** Moves the floor by at most `steps` versions. Answers by how many; fewer than `steps` means that it is done. */
export async function expireStep(tx: Transaction, userId: string, before: number, steps: number): Promise<number> {
  const [log] = await tx.ask('lockLog', [userId])
  const oldest = await tx.ask('findOldest', [userId, log.floor, steps])
  const kept = oldest.findIndex((it) => it.timestamp >= before)
  const gone = kept === -1 ? oldest : oldest.slice(0, kept)
  const last = gone.at(-1)
  if (!last) return 0
  const viewers = new Set(['all', ...gone.flatMap((it) => [it.sender, it.receiver, it.target_sender])])
  viewers.delete(null)
  tx.later('moveFloor', [userId, last.version, last.digest])
  tx.later('removeMessages', [userId, last.version])
  tx.later('hide', [userId, [...viewers], last.version])
  return gone.length
}
