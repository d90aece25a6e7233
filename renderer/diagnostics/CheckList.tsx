import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { CheckId } from '../../core/diagnosis/check.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { checkSections } from '../../core/text/check-rows.ts';
import { Card } from '../parts/Card.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { usePopup } from '../state/popup.ts';
import { CheckItem } from './CheckItem.tsx';

interface Props {
  readonly diagnosis: Diagnosis;
  /** The address that was looked at. */
  readonly where: string | undefined;
}

/**
 * Every check in its group. Their buttons are one stop of the Tab key, so that it need not be pressed thirty times to get
 * past them; the arrow keys lead from one to the next.
 */
export function CheckList({ diagnosis, where }: Props): ReactElement {
  const { texts, act } = usePopup();
  const hint = useId();
  const sections = checkSections(diagnosis, texts);
  const [last, setLast] = useState<CheckId>();
  const stop = last ?? sections[0]?.rows[0]?.id;
  const isRunning = diagnosis.state === 'running';
  const runAgain = (only: CheckId): void => void act({ type: 'diagnose', target: diagnosis.targetId, only });
  return (
    <>
      {sections.map(({ group, title, rows }) => (
        <Section key={group} title={title} aside={group === 'proxy' ? where : undefined}>
          <Card>
            <Rows>
              {rows.map((row) => (
                <CheckItem
                  key={row.id}
                  row={row}
                  isOff={isRunning}
                  isStop={row.id === stop}
                  hint={hint}
                  onReach={() => setLast(row.id)}
                  onMove={moveFocus}
                  onRunAgain={() => runAgain(row.id)}
                />
              ))}
            </Rows>
          </Card>
        </Section>
      ))}
      <p id={hint} hidden>
        {texts.diagnosis.otherChecks}
      </p>
    </>
  );
}

/** Moves the focus among the checks' buttons. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-check]')];
  const to = goal(event.key, buttons.indexOf(event.currentTarget), buttons.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function goal(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
