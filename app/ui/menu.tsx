import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react'

interface PopMenuProps {
  /** It opens at this element, and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>
  label: string
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
  /** It takes the width of its anchor. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** Closes the menu, then acts. `away`: what comes next takes the focus itself. */
type Choose = (act: () => void, away: boolean) => void
const Chosen = createContext<Choose>(() => {})

/** A menu that is open as long as it is drawn. On a phone it is a sheet at the lower edge, where the thumb is. */
export function PopMenu({ anchor, label, side = 'bottom', align = 'end', wide, onClose, children }: PopMenuProps) {
  const away = useRef(false)
  const choose: Choose = (act, leaves) => {
    away.current = leaves
    onClose()
    act()
  }
  return (
    <Menu.Root
      open
      onOpenChange={(open, { event }) => {
        // The anchor itself closes what it has opened.
        if (!open && !anchor.current?.contains(event.target as Node)) onClose()
      }}
    >
      <Menu.Portal container={landmarkOf(anchor.current)}>
        <Menu.Backdrop className="menu-veil" />
        <Menu.Positioner
          {...{ anchor, side, align }}
          sideOffset={4}
          collisionPadding={8}
          className={`menu-place ${wide ? 'w-(--anchor-width)' : ''}`}
        >
          <Menu.Popup aria-label={label} finalFocus={() => (away.current ? false : anchor.current)} className="menu">
            <Chosen value={choose}>{children}</Chosen>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** A screen reader that goes from landmark to landmark finds the menu in that of its button. */
const landmarkOf = (anchor: HTMLElement | null): HTMLElement | undefined =>
  anchor?.closest<HTMLElement>('[role="dialog"], nav, header, main') ?? undefined

interface MenuRowProps {
  icon: LucideIcon
  label: string
  /** The keys that do the same. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** The next part takes the focus. */
  away?: boolean
  onChoose: () => void
}

export function MenuRow({ icon: Icon, label, keys, danger = false, disabled, away = false, onChoose }: MenuRowProps) {
  const choose = useContext(Chosen)
  return (
    <Menu.Item
      className={`menu-row ${danger ? 'text-danger' : ''}`}
      disabled={disabled ?? false}
      onClick={() => choose(onChoose, away)}
    >
      <Icon className={danger ? '' : 'text-soft'} aria-hidden="true" />
      {label}
      {keys ? (
        <span aria-hidden="true" className="menu-keys">
          {keys}
        </span>
      ) : null}
    </Menu.Item>
  )
}

interface MenuSwitchProps {
  icon: LucideIcon
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function MenuSwitch({ icon: Icon, label, checked, onChange }: MenuSwitchProps) {
  const choose = useContext(Chosen)
  return (
    <Menu.CheckboxItem
      className="menu-row"
      checked={checked}
      onCheckedChange={(next) => choose(() => onChange(next), false)}
    >
      <Icon className="text-soft" aria-hidden="true" />
      {label}
      <Menu.CheckboxItemIndicator className="ms-auto" render={<Tick />} />
    </Menu.CheckboxItem>
  )
}

const Tick = (props: object) => (
  <span {...props} aria-hidden="true">
    <svg viewBox="0 0 24 24" aria-hidden="true" className="text-accent" fill="none" stroke="currentColor">
      <path d="M20 6 9 17l-5-5" strokeWidth="2.25" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  </span>
)

/** A fact that belongs to the menu, and nothing to choose. A long address is broken, not cut. */
export const MenuNote = ({ children }: { children: ReactNode }) => (
  <p className="px-2.5 pt-1.5 pb-1 text-xs text-faint wrap-anywhere">{children}</p>
)

export const MenuLine = () => <Menu.Separator className="mx-2.5 my-[0.3125rem] border-t border-line" />
