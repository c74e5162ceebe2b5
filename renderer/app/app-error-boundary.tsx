import { Component, type ReactNode } from 'react'
import { FailedState } from '#renderer/ui/failed-state.tsx'

interface Props {
  /** What failed, for the sentence: "This screen". */
  readonly what: string
  readonly children: ReactNode
}

/** A mistake of ours in one screen leaves the others alive. What was typed is a draft and comes back. */
export class AppErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <FailedState
        title={`${this.props.what} stopped working`}
        sentence="What was saved is safe, and what you typed is kept as a draft. Try again; if it happens again, go to another screen and tell your administrator."
        onRetry={() => this.setState({ failed: false })}
      />
    )
  }
}
