import type { ReactElement } from 'react';
import { sharing } from '../../core/text/sharing.ts';
import { headline } from '../../core/text/target-lines.ts';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import { Page } from '../shell/Page.tsx';
import { useNow } from '../state/now.ts';
import type { PageName, Topic } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { OtherTargets } from './OtherTargets.tsx';
import { SnoozedLine } from './SnoozedLine.tsx';
import { TargetDetails } from './TargetDetails.tsx';

interface Props {
  readonly snapshot: Snapshot | undefined;
  /** The page that the user comes back from. */
  readonly from: PageName | undefined;
  readonly topic: Topic | undefined;
}

/** The first page: the worst target in full, the others as rows below. Before the first snapshot it only looks. */
export function Home({ snapshot, from, topic }: Props): ReactElement {
  const { texts } = usePopup();
  const now = useNow(snapshot?.at ?? 0);
  const target = snapshot === undefined ? undefined : worstTarget(snapshot);
  const share = snapshot && sharing(snapshot, texts);
  const isEmpty = snapshot?.targets.length === 0;
  const sentence = isEmpty ? texts.firstRun.headline : target === undefined ? texts.looking : headline(target, texts);

  return (
    <Page
      header={<Header target={target} share={share} sentence={sentence} isEmpty={isEmpty} now={now} />}
      footer={<Footer snapshot={snapshot} target={target} from={from} />}
    >
      {snapshot?.snoozed !== undefined && <SnoozedLine snoozed={snapshot.snoozed} />}
      {snapshot !== undefined && isEmpty && <FirstRun snapshot={snapshot} />}
      {snapshot !== undefined && target !== undefined && (
        <>
          <TargetDetails target={target} snapshot={snapshot} now={now} from={from} />
          <Elsewhere snapshot={snapshot} target={target} />
          <OtherTargets
            targets={snapshot.targets.filter((other) => other.id !== target.id)}
            left={from === 'target' ? topic?.target : undefined}
          />
        </>
      )}
    </Page>
  );
}
