import { useCallback, useEffect, useRef, useState } from 'react'
import type { OwnAccount, TabDevice } from '../../../lib/browser/browser.ts'
import { saidBy } from '../../../lib/core/timeline/entry.ts'
import { titleOf } from '../../../lib/core/timeline/title-of.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { bin as english } from '../../words/en/settings/bin.ts'
import { subject } from '../../words/language/catalog.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { unlessStale } from '../account/unless-stale.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Question } from '../parts/question.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('bin', english)

interface BinProps {
  device: TabDevice
  account: OwnAccount
  /** The sign-in has become too old for deleted texts. */
  onStale: () => Promise<void>
}

/** Texts that were deleted within the last days, those that edits replaced, too. Bringing one back writes it once more, to the same device if it is still there. */
export function Bin({ device, account, onStale }: BinProps) {
  const [texts, set] = useState<Message[] | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const [hasMore, setHasMore] = useState(false)
  const latestStale = useRef(onStale)
  latestStale.current = onStale
  const read = useCallback(
    async (before?: number) => {
      const page = await account.bin(before)
      setHasMore(page.length > 0)
      set((known) => (before === undefined ? page : [...(known ?? []), ...page]))
    },
    [account],
  )
  const [asking, setAsking] = useState(false)
  const emptyButton = useRef<HTMLButtonElement>(null)
  const { run, busy, problem } = useAction((act: () => Promise<void>) => unlessStale(act, onStale))
  useEffect(() => {
    unlessStale(read, latestStale.current).catch((error) => setUnread(sentenceOf(error)))
  }, [read])

  async function bringBack({ content, contentType, files, version, receiverDeviceId: before }: Message) {
    const isThere = device.getState().devices.some((it) => it.deviceId === before)
    const carried = { content, contentType, ...(files && { files }) }
    await device.compose({ ...carried, receiverDeviceId: isThere ? before : 'all' })
    set((known) => known?.filter((it) => it.version !== version) ?? null)
  }
  async function empty() {
    await account.emptyBin()
    await read()
    setAsking(false)
  }

  return (
    <Section title={say.title} lead={say.lead}>
      <Problem>{unread ?? problem}</Problem>
      {texts?.length === 0 ? <p className="text-sm text-soft">{say.empty}</p> : null}
      {texts && texts.length > 0 ? (
        <>
          <Panel>
            <ul data-focus-home className="divide-y divide-line">
              {texts.map((it) => (
                <li key={it.version}>
                  <Fact
                    title={
                      <span className="line-clamp-2">
                        {it.kind === 'edit' ? <span className="text-soft">{say.edit}</span> : null}
                        {beginningOf(it)}
                      </span>
                    }
                  >
                    <Button size="small" disabled={busy} onClick={() => void run(() => bringBack(it))}>
                      {say.bringBack}
                    </Button>
                  </Fact>
                </li>
              ))}
            </ul>
          </Panel>
          <div className="mt-3 flex flex-wrap gap-2">
            {hasMore ? (
              <Button size="small" disabled={busy} onClick={() => void run(() => read(texts.at(-1)?.version))}>
                {say.showOlder}
              </Button>
            ) : null}
            <Button ref={emptyButton} size="small" aria-haspopup="dialog" onClick={() => setAsking(true)}>
              {say.deleteAll}
            </Button>
          </div>
        </>
      ) : null}
      {asking ? (
        <Question
          title={say.deleteAllTitle}
          facts={say.deleteAllFacts}
          no={say.keep}
          yes={say.deleteAll}
          danger
          busy={busy}
          problem={problem}
          returnTo={emptyButton}
          onYes={() => void run(empty)}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </Section>
  )
}

/** As much as one line shows. */
function beginningOf({ content, contentType }: Message): string {
  return titleOf(saidBy(contentType, content)).trim().slice(0, 200) || say.onlyBlanks
}
