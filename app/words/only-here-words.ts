import type { StayReason } from '../../lib/core/timeline/stay-reason.ts'

const reasons: Partial<Record<StayReason, string>> = {
  removed: 'Only on this device. The server has removed it because of its age.',
  overtaken: 'Only on this device. The server lost this edit, and the message was edited again since.',
  conflict: 'The server lost it when it was restored, and has it again from another device.',
  unknown_receiver: 'Only on this device. The server lost it when it was restored, and the device it was for is gone.',
}

/** Explains why only this device holds a message; null when the message was deleted. */
export function onlyHereWords({ stays }: { stays?: StayReason }): string | null {
  if (stays === undefined)
    return 'Only on this device. The server lost it when it was restored; it is being sent again.'
  if (stays === 'deleted') return null
  return reasons[stays] ?? 'Only on this device. The server lost it when it was restored, and does not take it back.'
}
