import { useId, type ReactElement } from 'react';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import { hasUsualTarget } from '../../core/settings-targets.ts';
import { FoundProxies } from '../found/FoundProxies.tsx';
import { Card } from '../parts/Card.tsx';
import { usePopup } from '../state/popup.ts';
import css from './FirstRun.module.css';

interface Props {
  readonly snapshot: Snapshot;
  readonly target: TargetView;
}

/** Where nothing runs at the usual address and nobody has chosen another: perhaps the proxy is elsewhere. */
export function Elsewhere({ snapshot, target }: Props): ReactElement | undefined {
  const { elsewhere, elsewhereWhy } = usePopup().texts.firstRun;
  const id = useId();
  if (target.findings[0]?.id !== 'proxy-not-running' || !hasUsualTarget(snapshot.settings)) return undefined;
  return (
    <section aria-labelledby={id}>
      <Card>
        <h2 id={id} className={css['title']}>
          {elsewhere}
        </h2>
        <p className={css['why']}>{elsewhereWhy}</p>
        <FoundProxies snapshot={snapshot} />
      </Card>
    </section>
  );
}
