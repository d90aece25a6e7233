import { useState, type ReactElement } from 'react';
import type { Snapshot } from '../../core/snapshot.ts';
import { foundRows } from '../../core/text/found-rows.ts';
import { withTarget } from '../../core/settings-targets.ts';
import { useSetting } from '../fields/use-setting.ts';
import { Problem } from '../fields/Field.tsx';
import { Button } from '../parts/Button.tsx';
import { Rows } from '../parts/Rows.tsx';
import { usePopup } from '../state/popup.ts';
import { useSpokenChange } from '../state/spoken-change.ts';
import { FoundProxyItem } from './FoundProxyItem.tsx';
import css from './FoundProxies.module.css';

interface Props {
  readonly snapshot: Snapshot;
  readonly look?: 'plain' | 'primary';
}

/** Looks for proxies on this computer, but only when it is asked to; and offers to watch what it found. */
export function FoundProxies({ snapshot, look = 'plain' }: Props): ReactElement {
  const { texts } = usePopup();
  const { firstRun } = texts;
  const { isLooking, find } = useSearch(snapshot);
  const { change, problem } = useSetting('targets', snapshot.settings);
  const rows = foundRows(snapshot);
  const watch = (url: string): void => void change(withTarget(snapshot.settings, { url }));
  return (
    <>
      {rows !== undefined && rows.length > 0 && (
        <div className={css['rows']}>
          <Rows>
            {rows.map((row) => (
              <FoundProxyItem key={row.url} row={row} onWatch={() => watch(row.url)} />
            ))}
          </Rows>
        </div>
      )}
      <div className={css['search']}>
        {rows?.length === 0 && <p>{firstRun.foundNone}</p>}
        <Button look={rows === undefined ? look : 'plain'} isOff={isLooking} onPress={() => void find()}>
          {isLooking ? firstRun.looking : rows === undefined ? firstRun.look : firstRun.lookAgain}
        </Button>
        {rows === undefined && <p>{firstRun.lookNote}</p>}
        <Problem id="found-problem" text={problem} />
      </div>
    </>
  );
}

interface Search {
  readonly isLooking: boolean;
  readonly find: () => Promise<void>;
}

function useSearch({ found }: Snapshot): Search {
  const { texts, act, announce } = usePopup();
  const [search, setSearch] = useState<'none' | 'looking' | 'failed'>('none');
  const find = async (): Promise<void> => {
    setSearch('looking');
    const { done } = await act({ type: 'find-proxies' });
    setSearch(done ? 'none' : 'failed');
    if (!done) announce(texts.settings.failed);
  };
  const { found: words, foundNone } = texts.firstRun;
  const count = found?.length;
  const sentence = count === 0 ? foundNone : count === undefined ? '' : words(count);
  // Told when the looking is over, also where as many were found as before.
  useSpokenChange(`${search} ${count}`, search === 'none' ? sentence : '');
  return { isLooking: search === 'looking', find };
}
