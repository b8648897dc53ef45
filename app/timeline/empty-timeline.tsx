import type { TabDevice } from '../../lib/browser/browser.ts'
import { Bird } from '../brand/bird.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { type Emptiness, emptinessOf } from './emptiness.ts'

/** Says nothing before it is known that there is nothing. */
export function EmptyTimeline({ device }: { device: TabDevice }) {
  const emptiness = useDeviceState(device, emptinessOf)
  const words = wordsOf(emptiness)
  if (words === null) return <p className="sr-only">Fetching your messages</p>
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 pb-6 text-center">
      <div className="flex w-44 justify-center border-b-2 border-line">
        <Bird className="h-10 text-accent" />
      </div>
      <h2 className="mt-6 text-lg font-semibold tracking-[-0.012em]">{words.title}</h2>
      <p className="mt-1.5 max-w-xs text-sm text-balance text-soft">{words.text}</p>
    </div>
  )
}

function wordsOf(emptiness: Emptiness): { title: string; text: string } | null {
  if (emptiness.state === 'fetching') return null
  if (emptiness.state === 'away') {
    return {
      title: 'Not fetched yet',
      text: 'Your messages come as soon as there is a connection. You can write already.',
    }
  }
  const text = emptiness.alone
    ? 'Write something, then add a second device and find it there. A new tab will do.'
    : 'Write something. It will be on all of your devices.'
  return { title: 'Nothing here yet', text }
}
