import { Component, type ReactNode } from 'react'
import { message as english } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('message', english)

/** A message that cannot be drawn costs its own row, and never the inbox: any device of the account may have sent it. */
export class RowBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <p className="py-2 text-sm text-soft italic">{say.cannotShow}</p>
  }
}
