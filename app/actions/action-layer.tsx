import { lazy, Suspense, useState } from 'react'
import type { DeviceState } from '../../lib/core/device-state.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { actions as english } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import { ActionNote } from './action-note.tsx'
import { useActions, useActionsState } from './actions.ts'
import { articleOf, bodyOf, idOf } from './articles.ts'
import { useLinkedMessage } from './link/use-linked-message.ts'
import { useNoticeClick } from './link/use-notice-click.ts'
import { type ActionName, actionsFor } from './menu/message-actions.ts'
import MessageMenu from './menu/message-menu.tsx'
import { MessageToolbar } from './menu/message-toolbar.tsx'
import type { OpenedMenu } from './menu/opened-menu.ts'
import { useMenuGestures } from './menu/use-menu-gestures.ts'
import { useMessageKeys } from './menu/use-message-keys.ts'
import { perform } from './perform.ts'
import { SelectionBar } from './select/selection-bar.tsx'
import { useSelecting } from './select/use-selecting.ts'
import { usePointed } from './use-pointed.ts'
import { useRefusedMarks } from './use-refused-marks.ts'

const say = subject('actions', english)

const Details = lazy(() => import('./dialogs/details.tsx'))
const SendAgain = lazy(() => import('./dialogs/send-again.tsx'))

// These show at the first press, also without a network.
for (const part of [
  import('./edit/edit-field.tsx'),
  import('./edit/change-note.tsx'),
  import('./select/select-box.tsx'),
]) {
  part.catch(() => {})
}

const LABEL_CHARS = 60

/** Everything that a person can do with the messages of the list, beside the list itself. */
export default function ActionLayer() {
  const actions = useActions()
  const nameOf = useNameOf()
  const [menu, setMenu] = useState<OpenedMenu | null>(null)
  const dialog = useActionsState((it) => it.dialog)
  const closeDialog = () => actions.set({ dialog: null })
  const selection = useActionsState((it) => it.selection)
  const editing = useActionsState((it) => it.editing?.id)
  const pointed = usePointed()
  useRefusedMarks(actions)

  const labelOf = ({ from, content }: Entry) => {
    const text = content.slice(0, LABEL_CHARS).trim() || say.emptyText
    return say.menuOf(say.messageBy(nameOf(from), text))
  }

  function act(name: ActionName, id: string) {
    const entry = actions.entryOf(id)
    if (!entry) return
    if (name === 'sendAgain' || name === 'details') actions.set({ dialog: { name, entry } })
    else void perform(actions, name, entry)
  }

  useMenuGestures(setMenu)
  useMessageKeys({ actions, act, open: (id, article) => setMenu({ id, at: bodyOf(article) }) })
  useSelecting(actions)
  useLinkedMessage(actions)
  useNoticeClick()

  const opened = menu && actions.entryOf(menu.id)
  const at = menu?.at instanceof Element ? (articleOf(menu.at) ?? pointed) : pointed
  const toolsFor = at?.isConnected && !selection && idOf(at) !== editing ? actions.entryOf(idOf(at)) : undefined
  return (
    <>
      {at && toolsFor ? (
        <MessageToolbar
          host={bodyOf(at)}
          label={labelOf(toolsFor)}
          entry={toolsFor}
          actions={actionsFor(toolsFor)}
          isMenuOpen={menu?.id === toolsFor.id}
          onAct={(name) => act(name, toolsFor.id)}
          onMore={(anchor) => setMenu((now) => (now?.at === anchor ? null : { id: toolsFor.id, at: anchor }))}
        />
      ) : null}
      {menu && opened ? (
        <MessageMenu
          menu={menu}
          label={labelOf(opened)}
          entry={opened}
          actions={actionsFor(opened)}
          onAct={(name) => act(name, menu.id)}
          onClose={() => setMenu(null)}
        />
      ) : null}
      <Suspense>
        {dialog?.name === 'details' ? <Details entry={dialog.entry} onClose={closeDialog} /> : null}
        {dialog?.name === 'sendAgain' ? <SendAgain entry={dialog.entry} onClose={closeDialog} /> : null}
      </Suspense>
      {selection ? <SelectionBar selection={selection} /> : null}
      <ActionNote />
    </>
  )
}

const pickDevices = ({ devices, former }: DeviceState) => ({ devices, former })
const useNameOf = () => namesOf(useDeviceState(useDevice(), pickDevices))
