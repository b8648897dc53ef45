import type { TabDevice } from '../../lib/browser/browser.ts'
import { Bird } from '../brand/bird.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { timeline as timelineEnglish } from '../words/en/inbox/timeline.ts'
import { opening as openingEnglish } from '../words/en/start/opening.ts'
import { subject } from '../words/language/catalog.ts'
import { type Emptiness, emptinessOf } from './emptiness.ts'

const say = subject('navigation', english)
const sayTimeline = subject('timeline', timelineEnglish)
const sayOpening = subject('opening', openingEnglish)

/** Says nothing before it is known that there is nothing. */
export default function EmptyTimeline({ device }: { device: TabDevice }) {
  const emptiness = useDeviceState(device, emptinessOf)
  const name = useDeviceState(device, (it) => (emptiness.state === 'noneOf' ? namesOf(it)(emptiness.deviceId) : ''))
  const words = wordsOf(emptiness, name)
  if (words === null) return <p className="sr-only">{sayOpening.fetching}</p>
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

function wordsOf(emptiness: Emptiness, name: string): { title: string; text: string } | null {
  if (emptiness.state === 'noneOf') return { title: say.noneFrom(name), text: say.noneFromMeans }
  if (emptiness.state === 'nothingPinned') return { title: say.nothingPinned, text: say.nothingPinnedMeans }
  if (emptiness.state === 'fetching') return null
  if (emptiness.state === 'away') {
    return {
      title: sayTimeline.notFetched,
      text: sayTimeline.notFetchedMeans,
    }
  }
  return { title: sayTimeline.nothingYet, text: emptiness.alone ? sayTimeline.alone : sayTimeline.notAlone }
}
