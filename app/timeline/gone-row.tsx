export function GoneRow() {
  return (
    <p className="mx-auto max-w-sm pt-6 pb-2 text-center text-sm text-balance text-faint">
      Some messages were removed from the server, because of their age, before this device could fetch them.
    </p>
  )
}
