import type { ReactElement } from 'react';
import { headline } from '../../core/text/target-lines.ts';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import { Page } from '../shell/Page.tsx';
import { useNow } from '../state/now.ts';
import type { PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { OtherTargets } from './OtherTargets.tsx';
import { TargetDetails } from './TargetDetails.tsx';

interface Props {
  readonly snapshot: Snapshot | undefined;
  /** The page that the user comes back from. */
  readonly from: PageName | undefined;
}

/** The first page: the worst target in full, the others as rows below. Before the first snapshot it only looks. */
export function Home({ snapshot, from }: Props): ReactElement {
  const { texts } = usePopup();
  const now = useNow(snapshot?.at ?? 0);
  const target = snapshot === undefined ? undefined : worstTarget(snapshot);
  const sentence = target === undefined ? texts.looking : headline(target, texts);

  return (
    <Page
      header={<Header target={target} sentence={sentence} now={now} />}
      footer={<Footer target={target} takesFocus={from !== undefined} />}
    >
      {snapshot !== undefined && target !== undefined && (
        <>
          <TargetDetails target={target} snapshot={snapshot} now={now} />
          <OtherTargets targets={snapshot.targets.filter((other) => other.id !== target.id)} />
        </>
      )}
    </Page>
  );
}
