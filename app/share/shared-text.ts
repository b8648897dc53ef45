import type { TabDevice } from '../../lib/browser/browser.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { shareFields } from './share-fields.ts'

/** The text that another app has shared, or ''. Many apps put the link, or the title, into the text once more. */
export function sharedText(search: string): string {
  const given = new URLSearchParams(search)
  const parts = Object.values(shareFields).map((name) => given.get(name)?.trim() ?? '')
  return parts
    .filter((it, place) => it !== '' && !parts.some((other, at) => at !== place && holds(other, it, at < place)))
    .join('\n')
}

/** The first of two equal parts stays. */
const holds = (other: string, it: string, isBefore: boolean) => other.includes(it) && (other !== it || isBefore)

/** Puts what another app has shared into the composer, after what is there. The person chooses the receiver, and sends. */
export async function takeShared(device: TabDevice): Promise<void> {
  const text = sharedText(location.search)
  // A reload must not take it again.
  history.replaceState(history.state, '', location.pathname + location.hash)
  if (text === '') return
  const draft = device.getState().drafts.texts[ALL]
  await device.saveDraft(ALL, draft === undefined ? text : `${draft}\n${text}`)
}
