import { Component, Suspense, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.ts';
import { errorText } from '../words/files.ts';

const Mending = later(async () => (await import('./Mending.tsx')).Mending);

/** Catches what goes wrong below it: says so, and offers to start over. Damaged columns are mended, and the view comes back by itself. */
export class Failure extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (error.name === 'DamagedLedgerError')
      return (
        <Suspense fallback={null}>
          <Mending onDone={() => this.setState({ error: null })} />
        </Suspense>
      );
    return (
      <EmptyState title={t('failed')}>
        <p>{errorText(error)}</p>
        <Button onClick={() => location.reload()}>{t('startOver')}</Button>
      </EmptyState>
    );
  }
}
