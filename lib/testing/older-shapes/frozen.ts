import { readFileSync } from 'node:fs'
import type { Frozen } from './thaw.ts'

/**
 * The frozen copies, oldest first. Each was written once, by the program of its time, with the same story: versions 1 to 72, of
 * which a mother that went back in time lost 61 to 72 and gave the numbers to others; then an edit, a delete and two posts,
 * up to 84; in the outbox one sent, one refused, one waiting. They are never written again: the next shape gets its own.
 */
export const frozen: readonly Frozen[] = [1, 2].map((version) =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, import.meta.url), 'utf8')),
)
