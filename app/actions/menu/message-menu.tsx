import { Menu } from '@base-ui/react/menu'
import { Fragment, useRef } from 'react'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { keyOf } from '../../keys/keys.ts'
import { MenuLine } from '../../ui/menu.tsx'
import { returnFocusTo } from '../articles.ts'
import { actionIcons } from './action-icons.ts'
import { actionLabel } from './action-label.ts'
import { type ActionName, actionOfKey, type MessageAction } from './message-actions.ts'
import type { OpenedMenu } from './opened-menu.ts'

interface MessageMenuProps {
  menu: OpenedMenu
  /** Names the message. */
  label: string
  entry: Entry
  actions: readonly MessageAction[]
  onAct: (name: ActionName) => void
  onClose: () => void
}

/** Everything that can be done with a message, each with its letter. On a phone it is a sheet at the lower edge. */
export default function MessageMenu({ menu, label, entry, actions, onAct, onClose }: MessageMenuProps) {
  // The part that a choice opens takes the focus itself.
  const chosen = useRef(false)

  function choose(name: ActionName) {
    chosen.current = name === 'edit' || name === 'sendAgain' || name === 'details'
    onClose()
    onAct(name)
  }

  return (
    <Menu.Root
      open
      onOpenChange={(open, { event }) => {
        // The anchor closes the menu itself when it is pressed again.
        const again = menu.at instanceof Element && menu.at.contains(event.target as Node)
        if (!open && !(again && event.type !== 'keydown')) onClose()
      }}
    >
      <Menu.Portal container={document.querySelector('main')}>
        <Menu.Backdrop className="menu-veil" />
        <Menu.Positioner
          anchor={menu.at}
          side="bottom"
          align={menu.at instanceof Element ? 'end' : 'start'}
          sideOffset={2}
          collisionPadding={12}
          className="menu-place"
        >
          <Menu.Popup
            aria-label={label}
            finalFocus={() => !chosen.current && returnFocusTo(menu.id)}
            onKeyDownCapture={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return
              const action = actionOfKey(actions, keyOf(event) ?? '')
              if (!action) return
              event.preventDefault()
              event.stopPropagation()
              choose(action.name)
            }}
            className="menu min-[52rem]:w-62"
          >
            {actions.map(({ name, key, begins }) => {
              const Icon = actionIcons[name]
              const danger = name === 'delete'
              return (
                <Fragment key={name}>
                  {begins ? <MenuLine /> : null}
                  <Menu.Item
                    label=""
                    aria-keyshortcuts={key.toUpperCase()}
                    onClick={() => choose(name)}
                    className={`menu-row ${danger ? 'text-danger' : ''}`}
                  >
                    <Icon className={danger ? '' : 'text-soft'} aria-hidden="true" />
                    {actionLabel(name, entry)}
                    <span aria-hidden="true" className="menu-keys">
                      {key === 'Delete' ? '⌫' : key.toUpperCase()}
                    </span>
                  </Menu.Item>
                </Fragment>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
