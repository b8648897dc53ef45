import { Bird } from '../brand/bird.tsx'

interface EmptyTimelineProps {
  /** The person has no other device yet. */
  alone: boolean
}

export function EmptyTimeline({ alone }: EmptyTimelineProps) {
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 pb-6 text-center">
      <div className="flex w-44 justify-center border-b-2 border-line">
        <Bird className="h-10 text-accent" />
      </div>
      <h2 className="mt-6 text-lg font-semibold tracking-[-0.012em]">Nothing here yet</h2>
      <p className="mt-1.5 max-w-xs text-sm text-balance text-soft">
        {alone
          ? 'Write something, then add a second device and find it there. A new tab will do.'
          : 'Write something. It will be on all of your devices.'}
      </p>
    </div>
  )
}
