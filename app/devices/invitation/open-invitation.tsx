import type { TabDevice } from '../../../lib/browser/browser.ts'
import { useNow } from '../../hooks/use-now.ts'
import { dialogs as dialogsEnglish } from '../../words/en/general/dialogs.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatCountdown } from '../../words/time/time.ts'
import { CopyLink } from './copy-link.tsx'
import { NewCode } from './new-code.tsx'
import { OpenNetwork } from './open-network.tsx'
import { QrCode } from './qr-code.tsx'

const dialogs = subject('dialogs', dialogsEnglish)

interface OpenInvitationProps {
  device: TabDevice
  code: string
  url: string
  /** ms since the epoch. */
  until: number
  onRenew: () => void
}

export function OpenInvitation({ device, code, url, until, onRenew }: OpenInvitationProps) {
  const remainingMs = until - useNow(500)
  if (remainingMs <= 0) {
    return (
      <>
        <p className="py-8 text-center text-sm text-soft">{dialogs.codeExpired}</p>
        <NewCode problem={null} onRenew={onRenew} />
      </>
    )
  }
  return (
    <>
      <div className="mx-auto w-52 overflow-hidden rounded-[14px] bg-white p-1.5 shadow-[0_0_0_1px_var(--line)]">
        <QrCode text={url} label={dialogs.qrCode} />
      </div>
      <p className="mt-4 text-center text-sm text-soft">{dialogs.orType}</p>
      <p
        data-testid="pairing-code"
        className="mt-0.5 text-center font-mono text-2xl/8 font-semibold tracking-[0.08em] select-all"
      >
        {code}
      </p>
      <p className="numeric mt-1 mb-4 text-center text-xs text-faint">
        <span role="timer">{dialogs.worksOnce(formatCountdown(remainingMs))}</span>
      </p>
      <CopyLink url={url} />
      <OpenNetwork device={device} url={url} onOpened={onRenew} />
    </>
  )
}
