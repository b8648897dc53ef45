import { useEffect, useRef, useState } from 'react'
import { ALL } from '../../lib/protocol/ids.ts'

export interface Draft {
  text: string
  receiver: string
}

export interface DraftHandle extends Draft {
  change: (part: Partial<Draft>) => void
  /**
   * Takes the text out while `deliver` runs; the stored draft stays until that has succeeded, and if it fails the text
   * comes back before whatever was written meanwhile.
   */
  hand: (deliver: (draft: Draft) => Promise<void>) => Promise<void>
}

const empty: Draft = { text: '', receiver: ALL }

/** What is being written, kept for this tab across reloads. */
export function useDraft(deviceId: string): DraftHandle {
  const key = `roost-draft-${deviceId}`
  const [draft, setDraft] = useState(() => read(key))
  const underWay = useRef(0)
  const latest = useRef(draft)
  latest.current = draft

  useEffect(() => {
    if (underWay.current === 0) write(key, draft)
  }, [key, draft])

  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))

  async function hand(deliver: (draft: Draft) => Promise<void>) {
    const handed = latest.current
    underWay.current++
    change({ text: '' })
    try {
      await deliver(handed)
    } catch (error) {
      setDraft((now) => ({ ...now, text: now.text ? `${handed.text}\n${now.text}` : handed.text }))
      throw error
    } finally {
      underWay.current--
      write(key, latest.current)
    }
  }

  return { ...draft, change, hand }
}

// A browser may deny storage to a page; the draft then lives as long as the page.
function read(key: string): Draft {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>) }
  } catch {
    return empty
  }
}

function write(key: string, draft: Draft) {
  try {
    if (draft.text === '' && draft.receiver === ALL) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {}
}
