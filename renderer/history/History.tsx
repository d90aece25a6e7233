import { useEffect, useId, useRef, type ReactElement } from 'react';
import { SPANS } from '../../core/history/look-back.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { worstTarget } from '../../core/snapshot.ts';
import { availabilityLine } from '../../core/text/availability-line.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { Choice } from '../fields/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import type { PageName, Topic } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import css from './History.module.css';
import { Past } from './Past.tsx';
import { useLookBack } from './use-look-back.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly topic: Topic | undefined;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
}

/** How a target was over a span of the user's choice. */
export function History({ snapshot, topic, from }: Props): ReactElement {
  const { texts, show } = usePopup();
  const { targets, seq, historyTrouble } = snapshot;
  const target = targets.find(({ id }) => id === topic?.target) ?? worstTarget(snapshot);
  const span = topic?.span ?? 'day';
  const looking = useLookBack(target?.id ?? '', span, seq);
  const { lookBack } = looking;
  const said = lookBack && availabilityLine(lookBack.availability, lookBack.span, texts).spoken;
  useSpokenOnce(lookBack && `${target?.id} ${lookBack.span}`, said);
  const turn = (change: Partial<Topic>): void => show('history', { target: target?.id ?? '', span, ...change });
  const { title, choose, spans, trouble } = texts.history;
  return (
    <Page
      header={
        <SubPageHeader
          page="history"
          from={from}
          title={title}
          line={target && shortUrl(target.name)}
          takesFocus={from !== 'incident' || topic?.startedAt === undefined}
        />
      }
    >
      {targets.length > 1 && target !== undefined && (
        <TargetChoice targets={targets} value={target.id} onChoose={(id) => turn({ target: id })} />
      )}
      <Segments
        legend={choose}
        values={SPANS}
        value={span}
        textOf={(each) => spans[each]}
        onChoose={(each) => turn({ span: each })}
        isWide
      />
      {historyTrouble !== undefined && <p className={css['note']}>{trouble(historyTrouble)}</p>}
      <Past
        looking={looking}
        now={snapshot.at}
        comesFrom={from === 'incident' ? topic?.startedAt : undefined}
        onOpen={({ startedAt }) => show('incident', { target: target?.id ?? '', span, startedAt })}
      />
    </Page>
  );
}

interface ChoiceProps {
  readonly targets: Snapshot['targets'];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function TargetChoice({ targets, value, onChoose }: ChoiceProps): ReactElement {
  const { history } = usePopup().texts;
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="unseen">
        {history.proxy}
      </label>
      <Choice
        ids={{ id, 'aria-describedby': '', 'aria-invalid': undefined }}
        values={targets.map((target) => target.id)}
        value={value}
        textOf={(each) => shortUrl(targets.find((target) => target.id === each)?.name ?? each)}
        onChoose={onChoose}
      />
    </div>
  );
}

/** Speaks the summary when it is there first, and when it is about another span or target; not with every second. */
function useSpokenOnce(key: string | undefined, sentence: string | undefined): void {
  const { announce } = usePopup();
  const spoken = useRef<string>(undefined);
  useEffect(() => {
    if (sentence === undefined || spoken.current === key) return;
    spoken.current = key;
    announce(sentence);
  }, [announce, sentence, key]);
}
