import type { ReactElement } from 'react';
import type { FieldWords } from '../../core/text/settings-words.ts';
import { Field } from './Field.tsx';
import { Switch } from './Switch.tsx';

interface Props {
  readonly words: FieldWords;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
  readonly problem: string | undefined;
}

/** A setting that is on or off. */
export function SwitchField({ words, isOn, onTurn, problem }: Props): ReactElement {
  return (
    <Field words={words} problem={problem} place="switch">
      {(ids) => <Switch ids={ids} isOn={isOn} onTurn={onTurn} />}
    </Field>
  );
}
