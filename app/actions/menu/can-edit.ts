import type { Entry } from '../../../lib/core/timeline/entry.ts'

export const isText = ({ contentType }: Entry) => contentType.startsWith('text/')

/** The server knows nothing of a message that stays on this device alone. */
export const isChangeable = ({ deleted, status }: Entry) =>
  !deleted && !(status.state === 'onlyHere' && status.stays !== undefined)

export const isMarkable = (entry: Entry) => isChangeable(entry) && entry.status.state !== 'failed'

/** The text of a refused message goes back to the composer, by the button below it. */
export const canEdit = (entry: Entry) => isMarkable(entry) && isText(entry)
