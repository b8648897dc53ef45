import { Component, type ReactNode } from 'react'

/** A message that cannot be drawn costs its own row, and never the inbox: any device of the account may have sent it. */
export class RowBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <p className="py-2 text-sm text-soft italic">This message cannot be shown here.</p>
  }
}
