import type { ReactElement } from 'react';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import { Button } from '../parts/Button.tsx';
import { useArrival } from '../state/arrival.ts';
import { useDiagnose } from '../state/diagnosis.ts';
import type { PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import css from './Footer.module.css';
import { SnoozeButton } from './SnoozeButton.tsx';

interface Props {
  /** Absent before the first one. */
  readonly snapshot: Snapshot | undefined;
  readonly target: TargetView | undefined;
  /** The page that the user comes back from, to go on where they left off. */
  readonly from: PageName | undefined;
}

/** What can be done at any time. */
export function Footer({ snapshot, target, from }: Props): ReactElement | undefined {
  const { texts, show } = usePopup();
  const diagnose = useDiagnose();
  const first = useArrival<HTMLButtonElement>(from === 'diagnostics');
  const settings = useArrival<HTMLButtonElement>(from === 'settings');
  if (snapshot === undefined) return undefined;
  return (
    <>
      {target !== undefined && (
        <>
          <span className={css['first']}>
            <Button ref={first} look="primary" onPress={() => diagnose(target.id)}>
              {texts.diagnosis.run}
            </Button>
          </span>
          <Rest target={target} isSnoozed={snapshot.snoozed !== undefined} />
        </>
      )}
      <span className={css['last']}>
        <Button ref={settings} onPress={() => show('settings')}>
          {texts.settings.title}
        </Button>
      </span>
    </>
  );
}

interface RestProps {
  readonly target: TargetView;
  readonly isSnoozed: boolean;
}

/** Lets the watching rest; or, in trouble, the notifications alone. */
function Rest({ target: { id, light }, isSnoozed }: RestProps): ReactElement {
  const { texts, act } = usePopup();
  if (light === 'paused')
    return <Button onPress={() => void act({ type: 'resume', target: id })}>{texts.popup.resume}</Button>;
  if (light === 'down' || light === 'degraded' || isSnoozed) return <SnoozeButton />;
  return <Button onPress={() => void act({ type: 'pause', target: id })}>{texts.popup.pause}</Button>;
}
