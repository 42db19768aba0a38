import { Component, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

/** Catches what goes wrong below it: says so, and offers to start over. */
export class Failure extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState title={t('failed')}>
        <p>{error.message}</p>
        <Button onClick={() => location.reload()}>{t('startOver')}</Button>
      </EmptyState>
    );
  }
}
