import type { ReactElement } from 'react';
import type { FieldWords } from '../../core/text/settings-words.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import type { Setting } from './use-setting.ts';

interface Props<Value extends string> {
  readonly words: FieldWords;
  readonly setting: Setting<Value>;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
}

/** A setting that is one of a few values. */
export function ChoiceField<Value extends string>({ words, setting, values, textOf }: Props<Value>): ReactElement {
  const { value, change, problem } = setting;
  return (
    <Field words={words} problem={problem}>
      {(ids) => (
        <Choice ids={ids} values={values} value={value} textOf={textOf} onChoose={(chosen) => void change(chosen)} />
      )}
    </Field>
  );
}
