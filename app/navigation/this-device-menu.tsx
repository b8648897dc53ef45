import { Keyboard, LogOut, MonitorDown, Pencil, RefreshCw, Settings as SettingsIcon, WifiOff } from 'lucide-react'
import { type RefObject, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { innermost } from '../connection/innermost.ts'
import type { Check } from '../connection/use-check.ts'
import { useAccount } from '../hooks/use-account.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { install, installOffer } from '../install/offer.ts'
import { MenuLine, MenuNote, MenuRow, MenuSwitch, PopMenu } from '../ui/menu.tsx'
import { navigation as navigationEnglish } from '../words/en/devices/navigation.ts'
import { thisDevice as thisDeviceEnglish } from '../words/en/devices/this-device.ts'
import { connection as connectionEnglish } from '../words/en/general/connection.ts'
import { install as installEnglish } from '../words/en/settings/install.ts'
import { subject } from '../words/language/catalog.ts'

const installWords = subject('install', installEnglish)
const connection = subject('connection', connectionEnglish)
const navigation = subject('navigation', navigationEnglish)
const thisDevice = subject('thisDevice', thisDeviceEnglish)

interface ThisDeviceMenuProps {
  device: TabDevice
  check: Check
  anchor: RefObject<HTMLElement | null>
  onRename: () => void
  onSettings: () => void
  onShortcuts: () => void
  onSignOut: () => void
  onClose: () => void
}

export default function ThisDeviceMenu({
  device,
  check,
  onRename,
  onSettings,
  onShortcuts,
  onSignOut,
  ...place
}: ThisDeviceMenuProps) {
  const name = useDeviceState(device, (it) => it.name)
  const state = useDeviceState(device, (it) => innermost(it.connection).state)
  const account = useAccount(device)
  const offer = useSyncExternalStore(installOffer.watch, installOffer.get, () => null)
  const off = state === 'switchedOff'
  const usable = state !== 'signedOut' && state !== 'revoked'
  return (
    <PopMenu {...place} label={name} side="top" align="start" wide>
      {account ? <MenuNote>{account}</MenuNote> : null}
      {usable ? (
        <>
          <MenuRow
            icon={RefreshCw}
            label={connection.checkNow}
            disabled={off || check.busy}
            onChoose={() => void check.run()}
          />
          <MenuSwitch
            icon={WifiOff}
            label={thisDevice.workOffline}
            checked={off}
            onChange={(next) => (next ? device.switchOff() : device.switchOn())}
          />
        </>
      ) : null}
      <MenuRow icon={Pencil} label={navigation.rename} away onChoose={onRename} />
      <MenuLine />
      <MenuRow icon={SettingsIcon} label={thisDevice.settings} keys="Ctrl ," away onChoose={onSettings} />
      {offer ? <MenuRow icon={MonitorDown} label={installWords.title} away onChoose={() => void install()} /> : null}
      <MenuRow icon={Keyboard} label={thisDevice.shortcuts} keys="?" away onChoose={onShortcuts} />
      <MenuLine />
      <MenuRow icon={LogOut} label={thisDevice.signOut} away onChoose={onSignOut} />
    </PopMenu>
  )
}
