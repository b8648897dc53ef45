import { memo } from 'react'
import { useSurroundings } from '../hooks/use-surroundings.ts'
import { MessageRow } from '../message/message-row.tsx'
import { NewRow } from './back/new-row.tsx'
import { DayRow } from './day-row.tsx'
import { GoneRow } from './gone-row.tsx'
import { RowBoundary } from './row-boundary.tsx'
import type { Row } from './rows.ts'

export const RowView = memo(function RowView({ row }: { row: Row }) {
  // Its times follow the machine.
  useSurroundings()
  switch (row.type) {
    case 'gone':
      return <GoneRow />
    case 'new':
      return <NewRow back={row.back} lastAt={row.lastAt} />
    case 'day':
      return <DayRow at={row.at} />
    case 'message':
      return (
        <RowBoundary key={row.entry.id}>
          <MessageRow entry={row.entry} first={row.first} next={row.next} waiting={row.waiting} />
        </RowBoundary>
      )
  }
})
