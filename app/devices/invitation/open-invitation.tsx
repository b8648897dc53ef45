import { useNow } from '../../hooks/use-now.ts'
import { formatCountdown } from '../../words/time/time.ts'
import { CopyLink } from './copy-link.tsx'
import { NewCode } from './new-code.tsx'
import { QrCode } from './qr-code.tsx'

/** Another computer cannot open an address that means "this computer". */
const isLocal = (url: string) => /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)

interface OpenInvitationProps {
  code: string
  url: string
  /** ms since the epoch. */
  until: number
  onRenew: () => void
}

export function OpenInvitation({ code, url, until, onRenew }: OpenInvitationProps) {
  const remainingMs = until - useNow(500)
  if (remainingMs <= 0) {
    return (
      <>
        <p className="py-8 text-center text-sm text-soft">The code has expired.</p>
        <NewCode problem={null} onRenew={onRenew} />
      </>
    )
  }
  return (
    <>
      <div className="mx-auto w-48 overflow-hidden rounded-xl border border-line bg-white p-1.5">
        <QrCode text={url} label="QR code that opens the link below" />
      </div>
      <p className="mt-4 text-center text-xs text-faint">or type this code there</p>
      <p
        data-testid="pairing-code"
        className="mt-1 text-center font-mono text-2xl font-semibold tracking-[0.14em] select-all"
      >
        {code}
      </p>
      <p className="numeric mt-1 mb-4 text-center text-xs text-faint">
        Works once, for another <span role="timer">{formatCountdown(remainingMs)}</span>, while this is open
      </p>
      <CopyLink url={url} />
      {isLocal(url) ? (
        <p className="mt-3 text-xs text-soft">
          This link opens on this computer only. For a phone, give Roost an address of its own: see “HTTPS” in
          docs/operations.md.
        </p>
      ) : null}
    </>
  )
}
