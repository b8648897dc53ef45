import type { DatabaseSync } from 'node:sqlite'

/** Counts in words, for the operator. */
export function describeContents(db: DatabaseSync): string {
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n as number
  const [messages, devices, users] = [count('message'), count('device WHERE revoked_at IS NULL'), count('log')]
  return `${counted(messages, 'message')} and ${counted(devices, 'device')} of ${counted(users, 'account')}`
}

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
