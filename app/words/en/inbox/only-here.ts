import type { StayReason } from '../../../../lib/core/timeline/stay-reason.ts'

/** Why only this device holds a message. */
export const onlyHere = {
  comingBack: 'Only on this device. The server lost it when it was restored; it is being sent again.',
  other: 'Only on this device. The server lost it when it was restored, and does not take it back.',
  byReason: {
    removed: 'Only on this device. The server has removed it because of its age.',
    overtaken: 'Only on this device. The server lost this edit, and the message was edited again since.',
    conflict: 'The server lost it when it was restored, and has it again from another device.',
    unknown_receiver:
      'Only on this device. The server lost it when it was restored, and the device it was for is gone.',
  } as Partial<Record<StayReason, string>>,
}
