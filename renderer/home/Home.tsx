import type { ReactElement } from 'react';
import { headline } from '../../core/text/target-lines.ts';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import { Page } from '../shell/Page.tsx';
import { useNow } from '../state/now.ts';
import { usePopup } from '../state/popup.ts';
import { useSpokenLight } from '../state/spoken-light.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { OtherTargets } from './OtherTargets.tsx';
import { TargetDetails } from './TargetDetails.tsx';

/** The first page: the worst target in full, the others as rows below. Before the first snapshot it only looks. */
export function Home({ snapshot }: { readonly snapshot: Snapshot | undefined }): ReactElement {
  const { texts } = usePopup();
  const now = useNow(snapshot?.at ?? 0);
  const target = snapshot === undefined ? undefined : worstTarget(snapshot);
  const sentence = target === undefined ? texts.looking : headline(target, texts);
  useSpokenLight(snapshot?.light, sentence);

  return (
    <Page header={<Header target={target} sentence={sentence} now={now} />} footer={<Footer target={target} />}>
      {snapshot !== undefined && target !== undefined && (
        <>
          <TargetDetails target={target} snapshot={snapshot} now={now} />
          <OtherTargets targets={snapshot.targets.filter((other) => other.id !== target.id)} />
        </>
      )}
    </Page>
  );
}
