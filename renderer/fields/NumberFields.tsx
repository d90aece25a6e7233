import type { ReactElement } from 'react';
import { numberProblem } from '../../core/text/settings-lines.ts';
import type { NumberWords } from '../../core/text/settings-words.ts';
import { usePopup } from '../state/popup.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import css from './NumberFields.module.css';
import { TextInput } from './TextInput.tsx';
import { useDraft } from './use-draft.ts';

interface Range {
  readonly least: number;
  readonly most: number;
  /** The number that it begins with. */
  readonly first: number;
}

interface Props {
  readonly words: NumberWords;
  readonly range: Range;
  /** Absent: without a number. */
  readonly value: number | undefined;
  readonly onChoose: (value: number | undefined) => void;
  readonly problem: string | undefined;
}

const WAYS = ['without', 'with'] as const;

/** A setting that is a number or something else: the choice, and the number below it. */
export function NumberFields({ words, range, value, onChoose, problem }: Props): ReactElement {
  return (
    <>
      <Field words={words} problem={problem}>
        {(ids) => (
          <Choice
            ids={ids}
            values={WAYS}
            value={value === undefined ? 'without' : 'with'}
            textOf={(way) => words.choices[way]}
            onChoose={(way) => onChoose(way === 'with' ? range.first : undefined)}
          />
        )}
      </Field>
      {value !== undefined && <NumberField words={words} range={range} value={value} onChoose={onChoose} />}
    </>
  );
}

type NumberProps = Omit<Props, 'problem'> & { readonly value: number };

function NumberField({ words, range: { least, most }, value, onChoose }: NumberProps): ReactElement {
  const { texts } = usePopup();
  const draft = useDraft({
    value: String(value),
    problemOf: (typed) => numberProblem(typed, least, most, texts),
    onCommit: (typed) => onChoose(Number(typed)),
  });
  return (
    <Field words={{ label: words.number }} problem={draft.problem} place="switch">
      {({ id, 'aria-describedby': describedBy }) => (
        <span className={css['number']}>
          <TextInput draft={draft} id={id} describedBy={describedBy} kind="number" maxLength={6} />
          <span aria-hidden="true">{words.unit}</span>
        </span>
      )}
    </Field>
  );
}
