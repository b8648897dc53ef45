import { Bird } from '../../brand/bird.tsx'
import { useDevice } from '../../hooks/use-device.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { deviceColour } from '../../words/devices/device-colour.ts'

/** Two devices sit on one wire, each in its own colour. */
export function TwoBirds({ ids }: { ids: readonly string[] }) {
  const colours = useDeviceState(useDevice(), (it) => it.colours)
  return (
    <div aria-hidden="true" className="mb-5 flex h-12 items-end gap-4 border-b-2 border-line">
      {ids.map((id) => (
        <span key={id} style={{ color: deviceColour(colours[id]) }}>
          <Bird className="h-7" />
        </span>
      ))}
    </div>
  )
}
