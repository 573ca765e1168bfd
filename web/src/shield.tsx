import { Component, type ReactNode } from 'react';

/** Shows something else where a part of the page fails, so that the rest of the desk stays usable. */
export class Shield extends Component<{ otherwise: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.otherwise : this.props.children;
  }
}
