import type { ReactNode } from 'react'

interface MessageFrameProps {
  own: boolean
  first: boolean
  /** Above the bubble. */
  header?: ReactNode
  /** Before the bubble, on its line. */
  aside?: ReactNode
  /** Below the bubble. */
  footer?: ReactNode
  children: ReactNode
}

/** Places the parts of a message: this device's at the end of the line, other devices' at its start. */
export function MessageFrame({ own, first, header, aside, footer, children }: MessageFrameProps) {
  return (
    <div className={`flex flex-col ${own ? 'items-end' : 'items-start'} ${first ? 'pt-4' : 'pt-[3px]'}`}>
      {header ? <div className="mb-1 flex max-w-full items-center gap-2 px-1 text-xs">{header}</div> : null}
      <div className="flex max-w-[min(38rem,90%)] items-end gap-1.5">
        {aside}
        {children}
      </div>
      {footer ? (
        <div className="mt-1 flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 px-1 text-xs text-faint">
          {footer}
        </div>
      ) : null}
    </div>
  )
}
