import type { ReactElement } from 'react';
import { sightOf, type Snapshot, type TargetView } from '../../core/snapshot.ts';
import { alsoFound } from '../../core/text/also-found.ts';
import { componentList } from '../../core/text/component-list.ts';
import { fixedLine, remedyCard } from '../../core/text/remedy-card.ts';
import { FixedLine } from '../remedy/FixedLine.tsx';
import { RemedyCard } from '../remedy/RemedyCard.tsx';
import type { PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { AlsoFound } from './AlsoFound.tsx';
import { AvailabilityRow } from './AvailabilityRow.tsx';
import { ComponentList } from './ComponentList.tsx';
import { LastIncident } from './LastIncident.tsx';
import css from './TargetDetails.module.css';
import { Traffic } from './Traffic.tsx';

interface Props {
  readonly target: TargetView;
  readonly snapshot: Snapshot;
  readonly now: number;
  /** The page that the user comes back from. */
  readonly from: PageName | undefined;
}

/** All that is known of one target, in the order in which it matters: what to do, what is so, what has been. */
export function TargetDetails({ target, snapshot, now, from }: Props): ReactElement {
  const { texts } = usePopup();
  const { id, light, report, traffic, availability } = target;
  const remedy = remedyCard(target, snapshot, texts);
  const fixed = light === 'healthy' ? fixedLine(target, texts) : undefined;
  const components = report === undefined ? undefined : componentList(report, now, texts, sightOf(snapshot, target));
  return (
    <>
      {light === 'paused' && <p className={css['note']}>{texts.pausedNote}</p>}
      {fixed !== undefined && <FixedLine text={fixed} />}
      {remedy !== undefined && <RemedyCard card={remedy} light={light} />}
      {components !== undefined && components.rows.length > 0 && <ComponentList list={components} />}
      <AlsoFound rows={alsoFound(target, texts, snapshot.noTray)} />
      {availability !== undefined && (
        <AvailabilityRow availability={availability} target={id} takesFocus={from === 'history'} />
      )}
      {traffic !== undefined && <Traffic traffic={traffic} />}
      <LastIncident target={target} now={now} takesFocus={from === 'incident'} />
    </>
  );
}
