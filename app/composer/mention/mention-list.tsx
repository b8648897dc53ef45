import { receivers as english } from '../../words/en/inbox/receivers.ts'
import { subject } from '../../words/language/catalog.ts'
import { ReceiverTile } from '../receiver/receiver-tile.tsx'
import type { Choices } from './use-mention.ts'

const say = subject('receivers', english)

/** The devices that a name after `@` may mean. */
export default function MentionList({ listId, optionId, receivers, active, choose }: Choices) {
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label={say.mentions}
        className="absolute start-0 bottom-full z-20 mb-2 max-h-[40dvh] w-[17.5rem] max-w-full overflow-y-auto rounded-[13px] bg-raised p-[0.3125rem] shadow-lift"
      >
        {receivers.map((it, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are the field's, which keeps the focus
          <div
            key={it.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
            className={`flex min-h-11 cursor-pointer items-center gap-2.5 rounded-[9px] px-2.5 py-1 text-sm hover:bg-hover ${index === active ? 'bg-chosen' : ''}`}
          >
            <ReceiverTile id={it.id} size={28} />
            <span className="min-w-0 truncate">{it.name}</span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {say.mentionsFound(receivers.length)}
      </span>
    </>
  )
}
