import { Roost } from '../ui/components/roost.tsx'

export default function Page() {
  return <Roost arrival="inbox" />
}
