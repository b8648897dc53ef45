/** The worker's request to a window: a person has clicked a notification. */
export interface OpenMessage {
  type: 'openMessage'
  messageId: string
  /** The person wants to answer this device. */
  answerTo?: string
}

const DEVICE = 'device'
const ANSWER = 'answer'

/** The address of a window that opens a message on a device of this browser. */
export function addressToOpen(deviceId: string, { messageId, answerTo }: Omit<OpenMessage, 'type'>): string {
  const search = new URLSearchParams({ [DEVICE]: deviceId, ...(answerTo === undefined ? {} : { [ANSWER]: answerTo }) })
  return `/?${search}#m=${messageId}`
}

export const deviceToOpen = (search: string): string | null => new URLSearchParams(search).get(DEVICE)
export const answerToWrite = (search: string): string | null => new URLSearchParams(search).get(ANSWER)
