import { Roost } from '../app/components/roost.tsx'

export default function Page() {
  return <Roost arrival="inbox" />
}
