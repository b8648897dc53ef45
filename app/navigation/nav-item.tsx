import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'

interface NavItemProps {
  href: string
  chosen: boolean
  tile: ReactNode
  name: string
  state?: ReactNode
  /** A place of less weight. */
  slim?: boolean
  /** How much is there. */
  count?: string
  /** New messages here. */
  unread?: number
  /** Takes the place of the number while the pointer or the focus is on the row. */
  actions?: ReactNode
  onChoose?: (() => void) | undefined
}

/** A row of the navigation: a place to go to, and how it stands there. */
export function NavItem({
  href,
  chosen,
  tile,
  name,
  state,
  slim = false,
  count,
  unread = 0,
  actions,
  onChoose,
}: NavItemProps) {
  return (
    <div className="nav-item" data-chosen={chosen || undefined}>
      <a
        href={href}
        aria-current={chosen ? 'page' : undefined}
        onClick={onChoose}
        className={`nav-link ${slim ? 'nav-slim' : ''}`}
      >
        {tile}
        <span className="min-w-0 flex-1">
          <span className="nav-name">{name}</span>
          {state === undefined ? null : <span className="nav-state">{state}</span>}
        </span>
        {count === undefined ? null : <span className="numeric pe-1.5 text-xs text-faint">{count}</span>}
        <Badge count={unread} />
      </a>
      {actions ? <span className="nav-actions">{actions}</span> : null}
    </div>
  )
}
