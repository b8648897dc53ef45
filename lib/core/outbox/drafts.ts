import { ALL } from '../../protocol/values/ids.ts'

/** The texts that a person has written on this device and not sent, one for each receiver. */
export interface Drafts {
  /** The composer is aimed at this device, or at ALL. */
  receiver: string
  /** By receiver; no text is empty. */
  texts: Readonly<Record<string, string>>
}

export const noDrafts: Drafts = { receiver: ALL, texts: {} }
