import { useEffect, useState } from 'react'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatMoment } from '../../words/time/time.ts'
import { useActions } from '../actions.ts'

const say = subject('actions', english)

interface FormerTextsProps {
  entry: Entry
  version: number
  nameOf: (deviceId: string) => string
}

/** The texts that edits have replaced, latest first. Two devices may have edited at once: neither text is lost. */
export function FormerTexts({ entry: { content, status }, version, nameOf }: FormerTextsProps) {
  const { device } = useActions()
  const [texts, setTexts] = useState<readonly Message[]>([])

  useEffect(() => {
    if (status.state === 'onlyHere') return
    let gone = false
    device.texts(version).then(
      (found) => gone || setTexts(found),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [device, version, status])

  // The last one is the text that is shown, unless an edit of this device still waits.
  const former = texts.at(-1)?.content === content ? texts.slice(0, -1) : texts
  if (former.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="text-xs font-medium text-faint">{say.formerTexts}</h3>
      <ol className="mt-1 space-y-3">
        {former.toReversed().map((it) => (
          <li key={it.version}>
            <p className="numeric text-xs text-faint">
              {say.formerText(formatMoment(it.timestamp), nameOf(it.senderDeviceId))}
            </p>
            <p dir="auto" className="scroll-quiet verbatim mt-0.5 max-h-40 overflow-y-auto text-sm">
              {it.content}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
