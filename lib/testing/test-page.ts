import type { PageLife } from '../browser/conditions/page-life.ts'

/** A page that goes away and comes back when the test says so. */
export interface TestPage extends PageLife {
  /** As for another address, or into the background of a phone. */
  leave(): void
  comeBack(): void
  hide(): void
}

export function createTestPage(): TestPage {
  const leaving = new Set<() => void>()
  const back = new Set<(left: boolean) => void>()
  let visible = true
  let left = false
  return {
    isVisible: () => visible,
    onLeaving(run) {
      leaving.add(run)
      return () => void leaving.delete(run)
    },
    onBack(run) {
      back.add(run)
      return () => void back.delete(run)
    },
    hide() {
      visible = false
    },
    leave() {
      visible = false
      left = true
      for (const run of leaving) run()
    },
    comeBack() {
      const was = left
      visible = true
      left = false
      for (const run of back) run(was)
    },
  }
}
