import { Component, type ReactNode } from 'react'

interface PlainFallbackProps {
  /** Shown instead when the rest cannot be drawn. */
  plain: ReactNode
  children: ReactNode
}

/** A text that breaks its view is shown as it was written. */
export class PlainFallback extends Component<PlainFallbackProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.plain : this.props.children
  }
}
