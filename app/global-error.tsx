'use client'

import { Crashed } from './entry/crashed.tsx'
import './globals.css'

/** Next shows this instead of the layout when something outside the pages throws, so it is a whole document. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Roost</title>
      </head>
      <body>
        <Crashed />
      </body>
    </html>
  )
}
