/** A message of another place, before it is one of this device. */
export interface Draft {
  /** Names the message for ever in its place, such as its messageId or "chat 12, message 345". */
  source: string
  /** The person or device that wrote it; null when that is nobody else. */
  from: string | null
  content: string
  contentType: string
  /** ms since the epoch; null when the file does not say. */
  composedAt: number | null
  /** A device of the place that it comes from. */
  to?: string
}

export type Format = 'roost' | 'telegram' | 'signalExport' | 'signalDesktop'

/** Why a message stays out. Each has its words in words/en/transfer.ts. */
export type LeftOut = 'deleted' | 'noText' | 'tooLong' | 'notStorable' | 'here' | 'double'

export interface ReadFile {
  format: Format
  drafts: Draft[]
  leftOut: Partial<Record<LeftOut, number>>
}

export function countLeftOut(leftOut: ReadFile['leftOut'], why: LeftOut, more = 1): void {
  leftOut[why] = (leftOut[why] ?? 0) + more
}
