import type { TabDevice } from '../../lib/browser/browser.ts'
import { answerToWrite } from '../../lib/browser/shared/push/open-message.ts'

/** A notification has opened this window. If its person wants to answer, the composer aims at the sender. */
export async function takeAnswer(device: TabDevice): Promise<void> {
  const receiver = answerToWrite(location.search)
  // A reload must not aim it again.
  history.replaceState(history.state, '', location.pathname + location.hash)
  if (receiver !== null) await device.saveDraft(receiver, device.getState().drafts.texts[receiver] ?? '')
}
