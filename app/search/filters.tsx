import type { TabDevice } from '../../lib/browser/browser.ts'
import { kinds, states } from '../../lib/search/query.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'
import { Chip } from './chip.tsx'
import { type DateChoice, dateChoices, dateOf, withDate } from './dates.ts'
import { filterOf, hasToken, toggled, withValue } from './tokens.ts'

const saySearch = subject('search', english)

interface FiltersProps {
  device: TabDevice
  typed: string
  onType: (typed: string) => void
}

/** A person chooses here what can be typed as well. */
export function Filters({ device, typed, onType }: FiltersProps) {
  const say = saySearch
  const devices = useDeviceState(device, (it) => it.devices)
  const former = useDeviceState(device, (it) => it.former)
  const names = [...devices, ...former].map((it) => it.name)
  const named = (name: string, fixed: readonly string[]) => {
    const value = filterOf(typed, name)
    const known = names.find((it) => it.toLowerCase() === value.toLowerCase())
    const shown = known ?? value
    return { value: shown, names: shown === '' || known || fixed.includes(shown) ? names : [shown, ...names] }
  }
  const [from, to] = [named('from', []), named('to', ['all'])]
  const date = dateOf(typed, Date.now())
  return (
    <fieldset className="scroll-quiet -mx-1 flex gap-1.5 overflow-x-auto px-1 py-1">
      <legend className="sr-only">{say.filters}</legend>
      <Chip value={from.value} onChoose={(it) => onType(withValue(typed, 'from', it))} any={say.fromAny}>
        {from.names.map((it) => (
          <option key={it} value={it}>
            {say.from(it)}
          </option>
        ))}
      </Chip>
      <Chip value={to.value} onChoose={(it) => onType(withValue(typed, 'to', it))} any={say.toAny}>
        <option value="all">{say.toAll}</option>
        {to.names.map((it) => (
          <option key={it} value={it}>
            {say.to(it)}
          </option>
        ))}
      </Chip>
      <Chip value={filterOf(typed, 'has')} onChoose={(it) => onType(withValue(typed, 'has', it))} any={say.kindAny}>
        {kinds.map((it) => (
          <option key={it} value={it}>
            {say.kinds[it]}
          </option>
        ))}
      </Chip>
      <Chip
        value={date}
        onChoose={(it) => onType(withDate(typed, it as DateChoice | '', Date.now()))}
        any={say.dateAny}
      >
        {date === 'other' ? <option value="other">{say.dateOther}</option> : null}
        {dateChoices.map((it) => (
          <option key={it} value={it}>
            {say.dates[it]}
          </option>
        ))}
      </Chip>
      {states.map((it) => (
        <button
          key={it}
          type="button"
          aria-pressed={hasToken(typed, `is:${it}`)}
          onClick={() => onType(toggled(typed, `is:${it}`))}
          className="search-chip"
        >
          {say.states[it]}
        </button>
      ))}
    </fieldset>
  )
}
