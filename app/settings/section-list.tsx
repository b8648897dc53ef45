import { settings as english } from '../words/en/settings/settings.ts'
import { subject } from '../words/language/catalog.ts'
import { type SectionId, sectionsFor } from './sections.ts'
import { addressOf } from './settings-address.ts'

const say = subject('settings', english)

interface SectionListProps {
  current: string
  /** The account is the first of its server; null while that is not known. */
  first: boolean | null
  onChoose: (section: SectionId) => void
}

export function SectionList({ current, first, onChoose }: SectionListProps) {
  return (
    <ul className="space-y-0.5">
      {sectionsFor(first).map(({ id, icon: Icon }) => (
        <li key={id}>
          <a
            href={addressOf(id)}
            aria-current={id === current ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onChoose(id)
            }}
            className="flex min-h-(--target) items-center gap-3 rounded-[10px] px-3 text-sm text-soft hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:font-medium aria-[current]:text-ink"
          >
            <Icon className="size-[18px]" strokeWidth={1.75} aria-hidden="true" />
            {say.sections[id]}
          </a>
        </li>
      ))}
    </ul>
  )
}
