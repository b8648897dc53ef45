import type { Asker } from '../mother.ts'

/**
 * Whether the removal of this device ends the sign-ins of its account. It does when a person or an operator asks. A device
 * that leaves by its token alone ends none: a thief with some tokens could spend them to throw the owner out again and again.
 */
export function endsSignIns(deviceId: string, by: Asker = {}): boolean {
  return by.sessionId !== undefined || by.deviceId !== deviceId
}
