import { Bell } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import type { StartNotice } from '../notices/at-start.ts'
import { offerMemory } from '../notices/may-offer.ts'
import { noticeWords } from '../notices/notice-words.ts'
import { preferences } from '../preferences/preferences.ts'
import { Button } from '../ui/button.tsx'
import { notices as english } from '../words/en/settings/notices.ts'
import { subject } from '../words/language/catalog.ts'
import { Strip } from './strip.tsx'

const say = subject('notices', english)

interface NoticesStripProps {
  device: TabDevice
  notice: NonNullable<StartNotice>
  settled: () => void
}

/** Offers notifications while the app is closed, once; or says that the browser has ended them. */
export default function NoticesStrip({ device, notice, settled }: NoticesStripProps) {
  const turnOn = useAction(async () => {
    await (await device.push()).turnOn(noticeWords(), preferences().unreadNumber)
    end()
  })
  async function refuse(): Promise<void> {
    // The settings offer it again.
    if (notice === 'ended') await (await device.push()).turnOff()
    end()
  }
  function end(): void {
    offerMemory.write({ ...offerMemory.read(), answered: true })
    settled()
  }
  return (
    <Strip
      tone={notice === 'ended' ? 'amber' : 'calm'}
      icon={Bell}
      action={
        <>
          <Button size="small" onClick={() => void refuse().catch(end)}>
            {say.notNow}
          </Button>
          <Button size="small" busy={turnOn.busy} onClick={() => void turnOn.run()}>
            {notice === 'ended' ? say.again : say.yes}
          </Button>
        </>
      }
    >
      {turnOn.problem ?? (notice === 'ended' ? say.ended : say.offer)}
    </Strip>
  )
}
