import { useSyncExternalStore } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { contentKind } from './kind/content-kind.ts'

const shown = new Set<string>()
const listeners = new Set<() => void>()

/** Whether the person has asked for the raw text of a message, instead of what it looks like. */
export const isAsWritten = (id: string): boolean => shown.has(id)

export function toggleAsWritten(id: string): void {
  if (!shown.delete(id)) shown.add(id)
  for (const listener of [...listeners]) listener()
}

export function useAsWritten(id: string): boolean {
  return useSyncExternalStore(subscribe, () => shown.has(id))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether a message looks different from its text, so that there is something to switch. */
export const hasAnotherLook = ({ content, contentType }: Pick<Entry, 'content' | 'contentType'>): boolean =>
  contentKind(content, contentType).kind !== 'plain'
