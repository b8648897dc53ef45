import { Roost } from './roost.tsx'

export default function Page() {
  return <Roost arrival="inbox" />
}
