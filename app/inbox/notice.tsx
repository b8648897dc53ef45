import type { ReactNode } from 'react'

interface NoticeProps {
  tone: 'amber' | 'danger' | 'accent'
  children: ReactNode
  action?: ReactNode
}

const tones = {
  amber: 'bg-amber-wash text-amber',
  danger: 'bg-danger-wash text-danger',
  accent: 'bg-own text-ink',
}

/** A line above the messages that stays as long as its cause does. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div role="status" className={`border-b border-line/60 ${tones[tone]}`}>
      <div className="mx-auto flex min-h-12 max-w-3xl flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2 text-sm sm:px-6">
        <p className="min-w-0 flex-1 basis-60 text-pretty">{children}</p>
        {action}
      </div>
    </div>
  )
}
