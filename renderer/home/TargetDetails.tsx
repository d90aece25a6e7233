import type { ReactElement } from 'react';
import { sightOf, type Snapshot, type TargetView } from '../../core/snapshot.ts';
import { alsoFound } from '../../core/text/also-found.ts';
import { componentList } from '../../core/text/component-list.ts';
import { lastIncidentRow } from '../../core/text/last-incident.ts';
import { fixedLine, remedyCard } from '../../core/text/remedy-card.ts';
import { FixedLine } from '../remedy/FixedLine.tsx';
import { RemedyCard } from '../remedy/RemedyCard.tsx';
import { usePopup } from '../state/popup.ts';
import { AlsoFound } from './AlsoFound.tsx';
import { ComponentList } from './ComponentList.tsx';
import { LastIncident } from './LastIncident.tsx';
import css from './TargetDetails.module.css';
import { Traffic } from './Traffic.tsx';

interface Props {
  readonly target: TargetView;
  readonly snapshot: Snapshot;
  readonly now: number;
}

/** All that is known of one target, in the order in which it matters: what to do, what is so, what has been. */
export function TargetDetails({ target, snapshot, now }: Props): ReactElement {
  const { texts } = usePopup();
  const { light, report, lastIncident, traffic } = target;
  const remedy = remedyCard(target, snapshot, texts);
  const fixed = light === 'healthy' ? fixedLine(target, texts) : undefined;
  const components = report === undefined ? undefined : componentList(report, now, texts, sightOf(snapshot, target));
  const past = lastIncident === undefined ? undefined : lastIncidentRow(lastIncident, now, texts);
  return (
    <>
      {light === 'paused' && <p className={css['note']}>{texts.pausedNote}</p>}
      {fixed !== undefined && <FixedLine text={fixed} />}
      {remedy !== undefined && <RemedyCard card={remedy} light={light} />}
      {components !== undefined && components.rows.length > 0 && <ComponentList list={components} />}
      <AlsoFound rows={alsoFound(target, texts, snapshot.noTray)} />
      {traffic !== undefined && <Traffic traffic={traffic} />}
      {past !== undefined && <LastIncident row={past} />}
    </>
  );
}
