import { useEffect } from 'react'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import type { Actions } from '../actions.ts'
import { goTo } from './go-to.ts'
import { messageIn } from './message-link.ts'

const say = subject('actions', english)

/** Opens the message that the address names: at the start, and when a person follows such a link here. */
export function useLinkedMessage(actions: Actions): void {
  useEffect(() => {
    const look = () => {
      const id = messageIn(location.hash)
      if (id === null) return
      // A reload must not jump here again, and the same link must work a second time.
      history.replaceState(history.state, '', location.pathname + location.search)
      void follow(actions, id)
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [actions])
}

async function follow(actions: Actions, id: string): Promise<void> {
  const { device } = actions
  const version = await device.versionOf(id).catch(() => null)
  const waits = device.getState().outbox.some((it) => it.id === id)
  if ((version === null && !waits) || !(await goTo(actions, id, version))) actions.say(say.linkedMissing)
}
