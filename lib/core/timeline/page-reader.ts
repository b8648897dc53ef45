import type { TimelineEntry } from './timeline-reader.ts'

/** A page of the stored history: its posts, ascending, with edits, deletes and marks folded in. */
export interface HistoryPage {
  /** The versions of its first and its last message of any kind. */
  first: number
  last: number
  entries: readonly TimelineEntry[]
  /** No message will be added to it. */
  sealed: boolean
}

/** Says what a page may hold (lib/search/signature.ts). */
export interface PageSignature {
  first: number
  last: number
  /** The form of `bits`. */
  form: number
  /** Times of its posts, in ms since the epoch. */
  earliest: number
  latest: number
  bits: string
}

/** The pages of one generation as they are now. */
export interface PageOutline {
  generation: number
  cursor: number
  /** The first version of each page, ascending. */
  firsts: readonly number[]
  /** At most one for each page. An edit, a delete or a mark drops the one of its page. */
  signatures: readonly PageSignature[]
}

/**
 * Reads a device's storage page by page, for a search. @throws StorageError
 */
export interface PageReader {
  outline(): Promise<PageOutline>
  /** Those of the pages that still exist, in the order of `firsts`. */
  pages(generation: number, firsts: readonly number[]): Promise<HistoryPage[]>
  /**
   * Keeps signatures of pages that were read while the cursor was at `cursor`. Keeps none if it has moved, because the
   * pages may have changed. Answers whether it kept them.
   */
  saveSignatures(
    outline: Pick<PageOutline, 'generation' | 'cursor'>,
    signatures: readonly PageSignature[],
  ): Promise<boolean>
  /** Messages that only this device holds, in the order of the timeline, each with the version that it stands after. */
  onlyHere(): Promise<{ after: number; entry: TimelineEntry }[]>
}
