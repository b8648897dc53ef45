import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { shortcuts as english } from '../words/en/general/shortcuts.ts'
import { subject } from '../words/language/catalog.ts'
import { keyNames } from './key-names.ts'
import { type Shortcut, type ShortcutName, shortcuts } from './shortcuts.ts'

const say = subject('shortcuts', english)

const groups: readonly Shortcut['group'][] = ['everywhere', 'writing', 'messages']
const all = Object.entries(shortcuts) as [ShortcutName, Shortcut][]

/** All shortcuts, from the same table that the keys themselves come from. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup className={`${centred} max-w-md`}>
          <div className="flex items-center justify-between gap-3">
            <Dialog.Title className="text-lg font-semibold">{say.title}</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label={say.close} />} />
          </div>
          {groups.map((group) => (
            <section key={group} className="mt-4" aria-labelledby={`shortcuts-${group}`}>
              <h3 id={`shortcuts-${group}`} className="text-xs font-[550] text-faint">
                {say[group]}
              </h3>
              <dl className="mt-1">
                {all
                  .filter(([, it]) => it.group === group)
                  .map(([name, it]) => (
                    <div key={name} className="flex items-baseline justify-between gap-4 py-1.5 text-sm">
                      <dt className="min-w-0">{say[name]}</dt>
                      <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1.5 text-xs text-faint">
                        {it.keys.map((combination, index) => (
                          <span key={combination} className="flex items-center gap-1">
                            {index > 0 ? <span>{say.or}</span> : null}
                            {keyNames(combination).map((key) => (
                              <kbd
                                key={key}
                                dir="ltr"
                                className="rounded-[5px] bg-raised px-1.5 text-2xs/5 font-medium text-soft shadow-[inset_0_0_0_1px_var(--edge)]"
                              >
                                {key}
                              </kbd>
                            ))}
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
