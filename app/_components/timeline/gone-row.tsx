export function GoneRow() {
  return (
    <p className="mx-auto max-w-sm pt-8 pb-1 text-center text-sm text-balance text-faint">
      Older messages were removed from the server before this device could fetch them.
    </p>
  )
}
