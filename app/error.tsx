'use client'

import { Crashed } from './entry/crashed.tsx'

/** Next shows this in the layout when a page throws. */
export default function ErrorPage() {
  return <Crashed />
}
