import type { ReactNode } from 'react'

export type BubbleLook = 'theirs' | 'own' | 'waiting' | 'failed' | 'deleted'

const looks: Record<BubbleLook, string> = {
  theirs: 'bg-bubble',
  own: 'bg-own',
  waiting: 'bg-own/55 ring-1 ring-inset ring-accent/25',
  failed: 'bg-danger-wash ring-1 ring-inset ring-danger/35',
  deleted: 'ring-1 ring-inset ring-line text-faint',
}

interface BubbleProps {
  look: BubbleLook
  own: boolean
  first: boolean
  last: boolean
  children: ReactNode
}

/** Inside a run the corners on the sender's side are tight, so the run reads as one block. */
export function Bubble({ look, own, first, last, children }: BubbleProps) {
  const side = own
    ? `${first ? '' : 'rounded-se-md'} ${last ? '' : 'rounded-ee-md'}`
    : `${first ? '' : 'rounded-ss-md'} ${last ? '' : 'rounded-es-md'}`
  return <div className={`bubble max-w-full min-w-0 rounded-2xl px-3.5 py-2 ${looks[look]} ${side}`}>{children}</div>
}
