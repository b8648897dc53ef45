import { useEffect, useRef, useState } from 'react'
import { ALL } from '../../lib/protocol/ids.ts'

export interface Draft {
  text: string
  receiver: string
}

export interface DraftHandle extends Draft {
  change: (part: Partial<Draft>) => void
  /**
   * Empties the composer while `deliver` runs. The stored draft stays until `deliver` succeeds. If it fails, the text
   * comes back before anything written since.
   */
  handOver: (deliver: (draft: Draft) => Promise<void>) => Promise<void>
}

const empty: Draft = { text: '', receiver: ALL }

/** The text in the composer, which this tab keeps across reloads. */
export function useDraft(deviceId: string): DraftHandle {
  const key = `roost-draft-${deviceId}`
  const [draft, setDraft] = useState(() => read(key))
  const inFlight = useRef(0)
  const latest = useRef(draft)
  latest.current = draft

  useEffect(() => {
    if (inFlight.current === 0) write(key, draft)
  }, [key, draft])

  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))

  async function handOver(deliver: (draft: Draft) => Promise<void>) {
    const handed = latest.current
    inFlight.current++
    change({ text: '' })
    try {
      await deliver(handed)
    } catch (error) {
      setDraft((now) => ({ ...now, text: now.text ? `${handed.text}\n${now.text}` : handed.text }))
      throw error
    } finally {
      inFlight.current--
      write(key, latest.current)
    }
  }

  return { ...draft, change, handOver }
}

// A browser may refuse storage to a page. The draft then lasts as long as the page.
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
