import { Component, type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';
import { FaultAlert } from '../components/states.tsx';

/** A page that fails leaves the frame standing; another page, or “Try again”, begins anew. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly fault: unknown }> {
  override state = { fault: undefined as unknown };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    // A new version of the hub has other files: what this page would load next is gone.
    if (isGonePart(fault)) return <Reload />;
    return <FaultAlert error={fault} again={() => this.setState({ fault: undefined })} />;
  }
}

function Reload() {
  useEffect(() => location.reload(), []);
  return null;
}

function isGonePart(fault: unknown): boolean {
  return fault instanceof TypeError && fault.message.includes('dynamically imported module');
}
