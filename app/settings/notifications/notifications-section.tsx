import { useState } from 'react'
import { useAction } from '../../hooks/use-action.ts'
import { prefer, usePreferences } from '../../preferences/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { Toggle } from '../parts/toggle.tsx'
import type { SectionProps } from '../section-props.ts'
import { PushPart } from './push-part.tsx'
import { usePermission } from './use-permission.ts'

const say = subject('settings', english)

export default function NotificationsSection({ device }: SectionProps) {
  const text = say.notifications
  const { unreadNumber } = usePreferences()
  const permission = usePermission()
  const [shown, setShown] = useState(false)
  const ask = useAction(async () => Notification.requestPermission())
  const test = useAction(async () => {
    await showTest()
    setShown(true)
  })
  return (
    <Section title={text.title} lead={text.lead}>
      <Panel>
        <Fact title={text.permission} note={text.states[permission]}>
          {permission === 'default' ? (
            <Button size="small" busy={ask.busy} onClick={() => void ask.run()}>
              {text.ask}
            </Button>
          ) : null}
        </Fact>
        {permission === 'granted' ? (
          <Fact title={text.test} note={text.testNote}>
            <Button size="small" busy={test.busy} onClick={() => void test.run()}>
              {text.send}
            </Button>
          </Fact>
        ) : null}
        <PushPart device={device} />
        <Toggle
          title={text.number}
          note={text.numberNote}
          checked={unreadNumber}
          onChange={(next) => {
            prefer({ unreadNumber: next })
            void device.push().then((it) => it.change({ badge: next }))
          }}
        />
      </Panel>
      <p role="status" className="mt-3 text-sm text-soft empty:hidden">
        {shown ? text.shown : ''}
      </p>
      <Problem>{ask.problem ?? test.problem}</Problem>
    </Section>
  )
}

/** A worker can show it everywhere; Android knows no other way. */
async function showTest(): Promise<void> {
  const { testTitle, testBody } = say.notifications
  const options = { body: testBody, icon: '/icon-192.png', tag: 'test' }
  const worker = await navigator.serviceWorker?.getRegistration()
  if (worker) await worker.showNotification(testTitle, options)
  else new Notification(testTitle, options)
}
