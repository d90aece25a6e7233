import { createElement, type ReactNode } from 'react';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { proofOf } from '../../core/text/remedy-card.ts';
import { headline } from '../../core/text/target-lines.ts';
import { snoozeLine } from '../../core/text/snooze-line.ts';
import { Home } from '../home/Home.tsx';
import { useSettled, useSpokenDiagnosis } from '../state/diagnosis.ts';
import { usePopup } from '../state/popup.ts';
import { useSpokenChange } from '../state/spoken-change.ts';
import { loadedPage } from './later-pages.ts';
import type { ReadyPlace } from './use-ready-place.ts';

interface Props {
  readonly snapshot: Snapshot | undefined;
  readonly ready: ReadyPlace;
}

/** The page that is shown. What happens is spoken on each of them. */
export function CurrentPage({ snapshot, ready: { place, failure } }: Props): ReactNode {
  useSpokenSnapshot(snapshot);
  const settled = useSettled(snapshot?.diagnosis);
  if (failure !== undefined) throw failure;
  if (place === undefined) return null;
  const { page, from, topic } = place;
  if (snapshot === undefined || page === 'home') return <Home snapshot={snapshot} from={from} topic={topic} />;
  const later = loadedPage(page);
  return later === undefined ? null : createElement(later, { snapshot, settled, from, topic });
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
