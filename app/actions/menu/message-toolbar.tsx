import { Toolbar } from '@base-ui/react/toolbar'
import { Ellipsis } from 'lucide-react'
import { createPortal } from 'react-dom'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { actionIcons } from './action-icons.ts'
import { actionLabel } from './action-label.ts'
import type { ActionName, MessageAction } from './message-actions.ts'

const say = subject('actions', english)

/** People do these most often. */
const COMMON: readonly ActionName[] = ['copy', 'edit', 'pin', 'done']

const button =
  'grid h-[1.875rem] w-8 place-items-center rounded-lg text-soft hover:bg-hover hover:text-ink aria-expanded:bg-chosen aria-expanded:text-ink pointer-coarse:size-11'

interface MessageToolbarProps {
  host: HTMLElement
  /** Names the message. */
  label: string
  entry: Entry
  actions: readonly MessageAction[]
  isMenuOpen: boolean
  onAct: (name: ActionName) => void
  onMore: (anchor: HTMLElement) => void
}

/** The tools at the top end of the message that a person points at. There is one toolbar for the whole list. */
export function MessageToolbar({ host, label, entry, actions, isMenuOpen, onAct, onMore }: MessageToolbarProps) {
  return createPortal(
    <Toolbar.Root
      aria-label={label}
      className="absolute end-1 -top-4.5 z-2 flex rounded-[10px] bg-raised p-0.5 shadow-lift print:hidden"
    >
      {actions
        .filter(({ name }) => COMMON.includes(name))
        .map(({ name }) => {
          const Icon = actionIcons[name]
          return (
            <Toolbar.Button
              key={name}
              aria-label={actionLabel(name, entry)}
              title={actionLabel(name, entry)}
              onClick={() => onAct(name)}
              className={button}
            >
              <Icon className="size-4" aria-hidden="true" />
            </Toolbar.Button>
          )
        })}
      <Toolbar.Button
        aria-label={say.more}
        title={say.more}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        onClick={(event) => onMore(event.currentTarget)}
        className={button}
      >
        <Ellipsis className="size-4" aria-hidden="true" />
      </Toolbar.Button>
    </Toolbar.Root>,
    host,
  )
}
