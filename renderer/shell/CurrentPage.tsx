import type { ReactElement } from 'react';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { proofOf } from '../../core/text/remedy-card.ts';
import { headline } from '../../core/text/target-lines.ts';
import { snoozeLine } from '../../core/text/snooze-line.ts';
import { About } from '../about/About.tsx';
import { Diagnostics } from '../diagnostics/Diagnostics.tsx';
import { Home } from '../home/Home.tsx';
import { Report } from '../report/Report.tsx';
import { Settings } from '../settings/Settings.tsx';
import { useSettled, useSpokenDiagnosis } from '../state/diagnosis.ts';
import type { Place } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { useSpokenChange } from '../state/spoken-change.ts';

interface Props {
  readonly snapshot: Snapshot | undefined;
  readonly place: Place;
}

/** The page that is shown. What happens is spoken on each of them. */
export function CurrentPage({ snapshot, place }: Props): ReactElement {
  useSpokenSnapshot(snapshot);
  const settled = useSettled(snapshot?.diagnosis);
  const { page, from } = place;
  if (snapshot !== undefined && page === 'diagnostics')
    return <Diagnostics snapshot={snapshot} settled={settled} from={from} />;
  if (page === 'report') return <Report />;
  if (snapshot !== undefined && page === 'settings') return <Settings snapshot={snapshot} from={from} />;
  if (snapshot !== undefined && page === 'about') return <About snapshot={snapshot} />;
  return <Home snapshot={snapshot} from={from} />;
}

function useSpokenSnapshot(snapshot: Snapshot | undefined): void {
  const { texts } = usePopup();
  const target = snapshot === undefined ? undefined : worstTarget(snapshot);
  useSpokenChange(snapshot?.light, target === undefined ? texts.looking : headline(target, texts));
  const proof = snapshot === undefined ? undefined : spokenProof(snapshot, texts);
  useSpokenChange(proof?.key, proof?.sentence ?? '');
  useSpokenDiagnosis(snapshot);
  const rest = snapshot?.snoozed;
  useSpokenChange(snapshot && String(rest?.until), rest === undefined ? '' : snoozeLine(rest, texts));
}

interface Spoken {
  readonly key: string;
  readonly sentence: string;
}

function spokenProof(snapshot: Snapshot, texts: Catalogue): Spoken {
  const target = snapshot.targets.find(({ proof }) => proof !== undefined);
  if (target?.proof === undefined) return { key: '', sentence: '' };
  const { state, usedAt } = target.proof;
  return { key: `${usedAt} ${state}`, sentence: proofOf(target, snapshot, texts)?.text ?? '' };
}
