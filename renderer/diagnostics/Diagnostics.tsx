import type { ReactElement } from 'react';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { progressLine, shareDone } from '../../core/text/diagnosis-lines.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import type { PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { CheckList } from './CheckList.tsx';
import { DiagnosticsFooter } from './DiagnosticsFooter.tsx';
import { Findings } from './Findings.tsx';
import { ProgressBar } from './ProgressBar.tsx';

interface Props {
  readonly snapshot: Snapshot;
  /** The run as it was when it was over; absent while it runs for the first time. */
  readonly settled: Diagnosis | undefined;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
}

/**
 * All checks, and what they found. While a run is under way its list stands still and nothing in it can be pressed; what it
 * found comes on top when it is over, the root cause first, and stays there while a check runs again.
 */
export function Diagnostics({ snapshot, settled, from }: Props): ReactElement {
  const { texts } = usePopup();
  const { diagnosis } = snapshot;
  const target = snapshot.targets.find(({ id }) => id === diagnosis?.targetId) ?? worstTarget(snapshot);
  const isRunning = diagnosis?.state === 'running';
  const shown = settled ?? diagnosis;

  return (
    <Page
      number={diagnosis?.number}
      header={
        <SubPageHeader
          page="diagnostics"
          title={texts.diagnosis.title}
          line={shown === undefined ? undefined : progressLine(shown, texts)}
          takesFocus={from === 'home'}
        >
          {isRunning && settled === undefined && (
            <ProgressBar share={shareDone(diagnosis)} label={texts.diagnosis.title} />
          )}
        </SubPageHeader>
      }
      footer={<DiagnosticsFooter targetId={target?.id} diagnosis={diagnosis} takesFocus={from === 'report'} />}
    >
      {settled !== undefined && <Findings diagnosis={settled} snapshot={snapshot} />}
      {diagnosis !== undefined && (
        <CheckList diagnosis={diagnosis} where={target === undefined ? undefined : shortUrl(target.url)} />
      )}
    </Page>
  );
}
