import { useCallback, useEffect, useRef, useState } from 'react'
import type { AdminCalls } from '../../../lib/browser/account/admin.ts'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import type { Admin } from '../../../lib/protocol/admin.ts'
import { useAction } from '../../hooks/use-action.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { unlessStale } from '../account/unless-stale.ts'

/** Carries out an action on the server. */
export type Act = (run: (calls: AdminCalls) => Promise<void>) => Promise<void>

/** How the whole server stands. `change` carries out an action and looks again. */
export function useAdmin(account: OwnAccount, onStale: () => Promise<void>) {
  const [seen, set] = useState<Admin | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const latestStale = useRef(onStale)
  latestStale.current = onStale
  const act = useCallback<Act>(
    (run) =>
      unlessStale(
        async () => run(await account.admin()),
        () => latestStale.current(),
      ),
    [account],
  )
  const look = useCallback(() => act(async (calls) => set(await calls.look())), [act])
  useEffect(() => {
    look().catch((error) => setUnread(sentenceOf(error)))
  }, [look])
  const change = useAction(async (run: Parameters<Act>[0]) => {
    await act(run)
    await look()
  })
  return { seen, act, change: change.run, busy: change.busy, problem: unread ?? change.problem }
}
