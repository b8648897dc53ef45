import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { PushState } from '../../../lib/browser/push/push-state.ts'
import type { QuietHours } from '../../../lib/core/push/push-choice.ts'
import { useAction } from '../../hooks/use-action.ts'
import { howToInstall, surroundings } from '../../install/how-to-install.ts'
import { noticeWords } from '../../notices/notice-words.ts'
import { preferences } from '../../preferences/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { notices as english } from '../../words/en/settings/notices.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { ClockField } from './clock-field.tsx'
import { usePush } from './use-push.ts'

const say = subject('notices', english)

const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

/** Whether this device tells its person while the app is closed, and when it does so without a sound. */
export function PushPart({ device }: { device: TabDevice }) {
  const { seen, look } = usePush(device)
  const turn = useAction(async (on: boolean) => {
    const push = await device.push()
    await (on ? push.turnOn(noticeWords(), preferences().unreadNumber) : push.turnOff()).finally(look)
  })
  const state = seen?.state
  const quiet = seen?.choice?.quiet ?? null
  const setQuiet = (next: QuietHours | null) => void seen?.push.change({ quiet: next }).then(look)
  if (state === undefined) return <Fact title={say.title} />
  return (
    <>
      {state === 'on' || state === 'off' ? (
        <Toggle
          title={say.title}
          note={say.states[state]}
          checked={state === 'on'}
          onChange={(on) => void turn.run(on)}
        />
      ) : (
        <Fact title={say.title} note={noteOf(state)}>
          {state === 'lost' ? (
            <Button size="small" busy={turn.busy} onClick={() => void turn.run(true)}>
              {say.again}
            </Button>
          ) : null}
        </Fact>
      )}
      {state === 'on' ? (
        <Toggle
          title={say.quiet}
          note={say.quietNote}
          checked={quiet !== null}
          onChange={(on) => setQuiet(on ? NIGHT : null)}
        />
      ) : null}
      {state === 'on' && quiet ? (
        <div className="flex flex-wrap gap-x-5 gap-y-2 py-3">
          <ClockField label={say.from} minutes={quiet.from} onChange={(from) => setQuiet({ ...quiet, from })} />
          <ClockField label={say.to} minutes={quiet.to} onChange={(to) => setQuiet({ ...quiet, to })} />
        </div>
      ) : null}
      <div className="py-2.5 empty:hidden">
        <Problem>{turn.problem}</Problem>
      </div>
    </>
  )
}

function noteOf(state: PushState): string {
  const isIos = state === 'unsupported' && howToInstall(surroundings()) === 'ios'
  return isIos ? say.states.needsInstall : say.states[state]
}
