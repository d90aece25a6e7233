import { Component, type ReactNode } from 'react';
import { Stumbled } from './Stumbled.tsx';

interface Props {
  /** The number of the newest snapshot: each new one is a new chance. */
  readonly seq: number | undefined;
  readonly onAskAgain: () => void;
  /** The user wants to try again: what could not be had is to be had anew. */
  readonly onTryAgain: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** Keeps a page that cannot be drawn from taking the popup with it. React reports the error to the console. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  private readonly retry = (): void => this.setState({ failed: false });

  private readonly tryAgain = (): void => {
    this.props.onTryAgain();
    this.retry();
  };

  override render(): ReactNode {
    const { seq, onAskAgain, children } = this.props;
    return this.state.failed ? (
      <Stumbled seq={seq} onAskAgain={onAskAgain} onRetry={this.retry} onTryAgain={this.tryAgain} />
    ) : (
      children
    );
  }
}
