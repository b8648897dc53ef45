import { useCallback, useEffect, useState } from 'react'
import type { OwnAccount, TabDevice } from '../../lib/browser/browser.ts'
import type { Message } from '../../lib/protocol/message.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { sentenceOf } from '../words/sentence.ts'
import { Section } from './section.tsx'

interface BinProps {
  device: TabDevice
  account: OwnAccount
}

/** Texts that were deleted within the last days, those that edits replaced, too. Bringing one back writes it once more, to the same device if it is still there. */
export function Bin({ device, account }: BinProps) {
  const [texts, set] = useState<Message[] | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const [hasMore, setHasMore] = useState(false)
  const read = useCallback(
    async (before?: number) => {
      const page = await account.bin(before)
      setHasMore(page.length > 0)
      set((known) => (before === undefined ? page : [...(known ?? []), ...page]))
    },
    [account],
  )
  const { run, busy, problem } = useAction(async (act: () => Promise<unknown>) => act())
  useEffect(() => {
    read().catch((error) => setUnread(sentenceOf(error)))
  }, [read])

  async function bringBack({ content, contentType, version, receiverDeviceId: before }: Message) {
    const isThere = device.getState().devices.some((it) => it.deviceId === before)
    await device.compose({ content, contentType, receiverDeviceId: isThere ? before : 'all' })
    set((known) => known?.filter((it) => it.version !== version) ?? null)
  }
  async function empty() {
    await account.emptyBin()
    await read()
  }

  return (
    <Section title="Deleted texts">
      <Problem>{unread ?? problem}</Problem>
      {texts?.length === 0 ? <p className="text-sm text-soft">Nothing was deleted lately.</p> : null}
      <ul className="space-y-2">
        {texts?.map((it) => (
          <li key={it.version} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 flex-1 truncate">
              {it.kind === 'edit' ? <span className="text-soft">Edit: </span> : null}
              {beginningOf(it.content)}
            </span>
            <Button size="small" disabled={busy} onClick={() => void run(() => bringBack(it))}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
      {texts && texts.length > 0 ? (
        <div className="mt-3 flex gap-2">
          {hasMore ? (
            <Button size="small" disabled={busy} onClick={() => void run(() => read(texts.at(-1)?.version))}>
              Show older
            </Button>
          ) : null}
          <Button size="small" disabled={busy} onClick={() => void run(empty)}>
            Delete all for good
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

/** As much as one line shows. */
const beginningOf = (content: string) => content.trim().slice(0, 200) || 'Only blanks'
