import { useId, type ReactElement } from 'react';
import type { Settings } from '../../core/settings.ts';
import { Problem } from '../fields/Field.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { TextInput } from '../fields/TextInput.tsx';
import { useDraft } from '../fields/use-draft.ts';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';
import css from './QuietHours.module.css';

type Hours = NonNullable<Settings['quietHours']>;

const NIGHT: Hours = { from: '22:00', to: '07:00' };

/** When no notification may come: on or off, and from when to when. */
export function QuietHours({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts } = usePopup();
  const { value, change, problem } = useSetting('quietHours', settings);
  return (
    <>
      <SwitchField
        words={texts.settings.quietHours}
        isOn={value !== undefined}
        onTurn={(isOn) => void change(isOn ? NIGHT : undefined)}
        problem={problem}
      />
      {value !== undefined && <Times hours={value} onChoose={(hours) => void change(hours)} />}
    </>
  );
}

interface TimesProps {
  readonly hours: Hours;
  readonly onChoose: (hours: Hours) => void;
}

function Times({ hours: { from, to }, onChoose }: TimesProps): ReactElement {
  const { texts } = usePopup();
  const id = useId();
  const { quietHours, timeProblem, ...words } = texts.settings;
  const problemWith = (other: string) => (typed: string) => (typed === '' || typed === other ? timeProblem : undefined);
  const begin = useDraft({ value: from, problemOf: problemWith(to), onCommit: (time) => onChoose({ from: time, to }) });
  const end = useDraft({ value: to, problemOf: problemWith(from), onCommit: (time) => onChoose({ from, to: time }) });
  return (
    <fieldset className={css['times']}>
      <legend className="unseen">{quietHours.label}</legend>
      <label className={css['time']}>
        {words.from}
        <TextInput draft={begin} kind="time" describedBy={id} />
      </label>
      <label className={css['time']}>
        {words.to}
        <TextInput draft={end} kind="time" describedBy={id} />
      </label>
      <Problem id={id} text={begin.problem ?? end.problem} />
    </fieldset>
  );
}
