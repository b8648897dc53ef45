import { Roost } from './_components/roost.tsx'

export default function Page() {
  return <Roost arrival="inbox" />
}
