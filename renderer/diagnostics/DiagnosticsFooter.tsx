import type { ReactElement } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { Button } from '../parts/Button.tsx';
import { OneOf } from '../parts/OneOf.tsx';
import { Spacer } from '../parts/Spacer.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly targetId: string | undefined;
  readonly diagnosis: Diagnosis | undefined;
  /** Whether the user comes back from the report, and goes on where they left off. */
  readonly takesFocus: boolean;
}

/** The report, once there is something to report, and the run: to begin it again, or to stop it. */
export function DiagnosticsFooter({ targetId, diagnosis, takesFocus }: Props): ReactElement {
  const { texts, act, show } = usePopup();
  const first = useArrival<HTMLButtonElement>(takesFocus);
  const { report, runAgain, stop } = texts.diagnosis;
  const isRunning = diagnosis?.state === 'running';
  const press = (): void => {
    if (isRunning) void act({ type: 'stop-diagnosis' });
    else if (targetId !== undefined) void act({ type: 'diagnose', target: targetId });
  };
  return (
    <>
      <Button ref={first} isOff={isRunning || diagnosis === undefined} onPress={() => show('report')}>
        {report}
      </Button>
      <Spacer />
      <Button look="primary" onPress={press}>
        <OneOf texts={[runAgain, stop]} shown={isRunning ? stop : runAgain} />
      </Button>
    </>
  );
}
