import type { SectionProps } from '../section-props.ts'
import { ExportPart } from './export-part.tsx'
import { ImportPart } from './import-part.tsx'

export default function TransferSection({ device }: SectionProps) {
  return (
    <>
      <ExportPart device={device} />
      <ImportPart device={device} />
    </>
  )
}
