import type { Metadata } from 'next'
import { Roost } from '../roost.tsx'

export const metadata: Metadata = { title: 'Join with a code – Roost' }

export default function Page() {
  return <Roost arrival="code" />
}
