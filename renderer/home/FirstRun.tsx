import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/snapshot.ts';
import { withTarget } from '../../core/settings-targets.ts';
import { Problem } from '../fields/Field.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { AddressForm } from '../found/AddressForm.tsx';
import { FoundProxies } from '../found/FoundProxies.tsx';
import { Card } from '../parts/Card.tsx';
import { usePopup } from '../state/popup.ts';
import css from './FirstRun.module.css';

/** Where nothing is watched yet: the two ways to begin. */
export function FirstRun({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { texts } = usePopup();
  const { settings } = snapshot;
  const { change, problem } = useSetting('targets', settings);
  return (
    <>
      <Card>
        <p className={css['why']}>{texts.firstRun.why}</p>
        <FoundProxies snapshot={snapshot} look="primary" />
      </Card>
      <Card>
        <div className={css['address']}>
          <AddressForm
            label={texts.firstRun.orAddress}
            targets={settings.targets}
            onAdd={(url) => change(withTarget(settings, { url }))}
          />
          <Problem id="address-problem" text={problem} />
        </div>
      </Card>
    </>
  );
}
