import type { KnownDevice } from '../../lib/browser/browser.ts'
import { accountsOf } from '../words/account-words.ts'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('entry', english)

interface AccountChoiceProps {
  known: readonly KnownDevice[]
  chosen: string | null
  onChoose: (userId: string) => void
}

/** Asks which account a new tab belongs to, when this browser holds devices of several. */
export function AccountChoice({ known, chosen, onChoose }: AccountChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{say.severalInboxes}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-xl border border-edge bg-raised">
        {accountsOf(known).map(({ userId, label, devices }) => (
          <label key={userId} className="flex cursor-pointer items-center gap-3 px-4 py-3">
            <input
              type="radio"
              name="account"
              required
              checked={userId === chosen}
              onChange={() => onChoose(userId)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium wrap-anywhere">{label}</span>
              <span className="block truncate text-sm text-faint">{devices}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
