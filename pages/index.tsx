import { Roost } from '../app/roost.tsx'

export default function Page() {
  return <Roost arrival="inbox" />
}
