import type { ReactElement } from 'react';
import type { FieldWords } from '../../core/text/settings-words.ts';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';
import { useDraft } from './use-draft.ts';
import type { Setting } from './use-setting.ts';

interface Props {
  readonly words: FieldWords;
  readonly setting: Setting<string | undefined>;
  /** What stands in the field while it is empty. */
  readonly empty: string;
  readonly maxLength: number;
}

const NO_PROBLEM = (): undefined => undefined;

/** A setting that is a text; an empty one is none. */
export function TextField({ words, setting, empty, maxLength }: Props): ReactElement {
  const { value = '', change, problem } = setting;
  const draft = useDraft({
    value,
    problemOf: NO_PROBLEM,
    onCommit: (typed) => void change(typed.trim() === '' ? undefined : typed.trim()),
  });
  return (
    <Field words={words} problem={problem} place="below">
      {({ id, 'aria-describedby': describedBy }) => (
        <TextInput draft={draft} id={id} describedBy={describedBy} placeholder={empty} maxLength={maxLength} />
      )}
    </Field>
  );
}
