import { useActions } from '../actions/actions.ts'
import { canEdit } from '../actions/menu/can-edit.ts'

/** Starts to edit the last message of this device, in its place. False when there is none that can be edited. */
export function useEditLast(): () => boolean {
  const actions = useActions()
  return () => {
    const { timeline, outbox, deviceId } = actions.device.getState()
    const last = [...timeline.entries, ...outbox].findLast((it) => it.from === deviceId && it.kind === 'post')
    if (!last || !canEdit(last)) return false
    actions.set({ goal: { id: last.id } })
    actions.edit(last)
    return true
  }
}
