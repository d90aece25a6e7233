import type { ReactElement } from 'react';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import { headline, subline } from '../../core/text/target-lines.ts';
import { TargetDetails } from '../home/TargetDetails.tsx';
import { Button } from '../parts/Button.tsx';
import { Spacer } from '../parts/Spacer.tsx';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { useDiagnose } from '../state/diagnosis.ts';
import { useNow } from '../state/now.ts';
import type { PageName, Topic } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly topic: Topic | undefined;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
}

/** A target that is not the worst, in full. One that is watched no more has nothing to tell. */
export function TargetPage({ snapshot, topic, from }: Props): ReactElement {
  const { texts } = usePopup();
  const now = useNow(snapshot.at);
  const target = snapshot.targets.find(({ id }) => id === topic?.target);
  return (
    <Page
      header={
        <SubPageHeader
          page="target"
          title={target === undefined ? texts.popup.otherTargets : headline(target, texts)}
          line={target && subline(target, now, texts)}
          takesFocus={from === 'home'}
        />
      }
      footer={target && <TargetFooter target={target} />}
    >
      {target !== undefined && <TargetDetails target={target} snapshot={snapshot} now={now} from={from} />}
    </Page>
  );
}

function TargetFooter({ target: { id, light } }: { readonly target: TargetView }): ReactElement {
  const { texts, act } = usePopup();
  const diagnose = useDiagnose();
  const isPaused = light === 'paused';
  return (
    <>
      <Button onPress={() => void act({ type: isPaused ? 'resume' : 'pause', target: id })}>
        {isPaused ? texts.popup.resume : texts.popup.pause}
      </Button>
      <Spacer />
      <Button look="primary" onPress={() => diagnose(id)}>
        {texts.diagnosis.run}
      </Button>
    </>
  );
}
