import { useEffect } from 'react'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { actions as english } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import type { Actions } from './actions.ts'

const texts = subject('actions', english)

/** Says that a mark which the server has refused is undone: no row is left to say it. */
export function useRefusedMarks({ device, say }: Actions): void {
  const refused = useDeviceState(device, (it) => it.refusedMarks)
  useEffect(() => {
    if (refused > 0) say(texts.markRefused)
  }, [refused, say])
}
