import { activity } from './devices/activity.ts'
import { devices } from './devices/devices.ts'
import { navigation } from './devices/navigation.ts'
import { presence } from './devices/presence.ts'
import { thisDevice } from './devices/this-device.ts'
import { check } from './general/check.ts'
import { connection } from './general/connection.ts'
import { dialogs } from './general/dialogs.ts'
import { problems } from './general/problems.ts'
import { shortcuts } from './general/shortcuts.ts'
import { status } from './general/status.ts'
import { time } from './general/time.ts'
import { waits } from './general/waits.ts'
import { actions } from './inbox/actions.ts'
import { back } from './inbox/back.ts'
import { composer } from './inbox/composer.ts'
import { content } from './inbox/content.ts'
import { delivery } from './inbox/delivery.ts'
import { files } from './inbox/files.ts'
import { message } from './inbox/message.ts'
import { onlyHere } from './inbox/only-here.ts'
import { receivers } from './inbox/receivers.ts'
import { refusals } from './inbox/refusals.ts'
import { search } from './inbox/search.ts'
import { timeline } from './inbox/timeline.ts'
import { account } from './settings/account.ts'
import { admin } from './settings/admin.ts'
import { bin } from './settings/bin.ts'
import { install } from './settings/install.ts'
import { notices } from './settings/notices.ts'
import { settings } from './settings/settings.ts'
import { transfer } from './settings/transfer.ts'
import { entry } from './start/entry.ts'
import { lan } from './start/lan.ts'
import { naming } from './start/naming.ts'
import { opening } from './start/opening.ts'
import { welcome } from './start/welcome.ts'

/** English. A sentence with a number or a name in it is a function. */
export const en = {
  account,
  admin,
  actions,
  activity,
  back,
  check,
  composer,
  connection,
  content,
  delivery,
  devices,
  dialogs,
  entry,
  install,
  lan,
  files,
  message,
  navigation,
  onlyHere,
  naming,
  notices,
  opening,
  presence,
  problems,
  receivers,
  refusals,
  search,
  shortcuts,
  status,
  thisDevice,
  time,
  timeline,
  transfer,
  waits,
  bin,
  settings,
  welcome,
}
