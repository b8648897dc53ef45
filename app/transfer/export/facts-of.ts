import type { TabDevice } from '../../../lib/browser/browser.ts'
import { namesOf } from '../../words/devices/device-names.ts'
import { transfer as english } from '../../words/en/settings/transfer.ts'
import { subject } from '../../words/language/catalog.ts'
import { hourCycle, locale } from '../../words/time/surroundings.ts'
import { formatMoment } from '../../words/time/time.ts'
import type { ExportFacts } from './facts.ts'

const say = subject('transfer', english)

/** The facts for an export of this device, in the language of the screens. */
export async function factsOf(device: TabDevice, now: number): Promise<ExportFacts> {
  const { deviceId, name, devices, former } = device.getState()
  const [account, count] = await Promise.all([device.email(), device.held.count()])
  const nameOf = namesOf({ devices, former })
  const text = say.archive
  const said = (id: string) => ({ name: nameOf(id), onlyFor: text.onlyFor(nameOf(id)) })
  return {
    ...{ deviceId, account, server: location.origin, exportedAt: now, devices, former },
    names: Object.fromEntries([...former, ...devices].map((it) => [it.deviceId, said(it.deviceId)])),
    unknownDevice: said(''),
    locale: locale(),
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    hourCycle: hourCycle(),
    words: {
      readMe: text.readMe(account ?? text.unknownAccount, name, formatMoment(now)),
      title: text.title(account ?? text.unknownAccount),
      lead: text.lead(count, name, formatMoment(now)),
      edited: text.edited,
      deleted: text.deleted,
      onlyHere: text.onlyHere,
      unsent: text.unsent,
      empty: text.empty,
    },
  }
}
