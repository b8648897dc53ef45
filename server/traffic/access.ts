import { RoostError } from '../../lib/protocol/error.ts'
import type { Caller } from '../core/mother.ts'

/** @throws RoostError `forbidden` for a device that may only send. */
export function requireFull({ access }: Caller): void {
  if (access === 'send') throw new RoostError('forbidden', 'This device may only send messages')
}
