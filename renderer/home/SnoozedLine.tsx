import { BellOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Snoozed } from '../../core/monitor/snooze.ts';
import { snoozeLine } from '../../core/text/snooze-line.ts';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import css from './SnoozedLine.module.css';

/** Says that notifications rest, and until when. */
export function SnoozedLine({ snoozed }: { readonly snoozed: Snoozed }): ReactElement {
  const { texts, act, announce } = usePopup();
  const end = async (): Promise<void> => {
    const { done } = await act({ type: 'end-snooze' });
    if (!done) announce(texts.settings.failed);
  };
  return (
    <div className={css['snoozed']}>
      <BellOff size={15} className={css['icon']} aria-hidden="true" />
      <p className={css['line']}>{snoozeLine(snoozed, texts)}</p>
      <Button size="small" onPress={() => void end()}>
        {texts.snooze.end}
      </Button>
    </div>
  );
}
