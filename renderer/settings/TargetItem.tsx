import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId, type ReactElement, type Ref } from 'react';
import { MAX_LENGTHS, type Settings } from '../../core/settings.ts';
import { canonicalUrl, MAX_ADDRESS } from '../../core/target-url.ts';
import { addressProblem } from '../../core/text/address-problem.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { Problem } from '../fields/Field.tsx';
import { TextInput } from '../fields/TextInput.tsx';
import { useDraft } from '../fields/use-draft.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../state/popup.ts';
import { ColourChoice } from './ColourChoice.tsx';
import css from './TargetList.module.css';

type Target = Settings['targets'][number];

/** The two ways to move in the list. */
export type Way = 'up' | 'down';

interface Props {
  /** Counted from 1. */
  readonly number: number;
  readonly target: Target;
  readonly others: Settings['targets'];
  readonly onChange: (target: Target) => void;
  readonly onMove: (way: Way) => void;
  readonly onRemove: () => void;
  /** Where the button that moves it is, for the focus. */
  readonly mover: (way: Way) => Ref<HTMLButtonElement>;
}

/** One proxy: how it is called, where it is, its colour, and its place among the others. */
export function TargetItem({ number, target, others, onChange, onMove, onRemove, mover }: Props): ReactElement {
  const { settings: words, targets: targetWords } = usePopup().texts;
  const where = target.name ?? shortUrl(target.url);
  const name = useDraft({
    value: target.name ?? '',
    problemOf: () => undefined,
    onCommit: (typed) => onChange({ ...target, name: typed.trim() === '' ? undefined : typed.trim() }),
  });
  return (
    <fieldset className={css['target']}>
      <legend className="unseen">{words.proxy(number)}</legend>
      <ColourChoice
        where={where}
        colour={target.colour}
        onChoose={(chosen) => onChange({ ...target, colour: chosen })}
      />
      <div className={css['name']}>
        <TextInput draft={name} label={words.name} placeholder={words.noName} maxLength={MAX_LENGTHS.name} />
      </div>
      {others.length > 0 && (
        <>
          <IconButton ref={mover('up')} label={targetWords.up(where)} isOff={number === 1} onPress={() => onMove('up')}>
            <ArrowUp size={14} aria-hidden="true" />
          </IconButton>
          <IconButton
            ref={mover('down')}
            label={targetWords.down(where)}
            isOff={number > others.length}
            onPress={() => onMove('down')}
          >
            <ArrowDown size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton label={words.remove(where)} onPress={onRemove}>
        <X size={14} aria-hidden="true" />
      </IconButton>
      <Address target={target} others={others} onChange={onChange} />
    </fieldset>
  );
}

function Address({ target, others, onChange }: Pick<Props, 'target' | 'others' | 'onChange'>): ReactElement {
  const { texts } = usePopup();
  const { settings: words } = texts;
  const id = useId();
  const address = useDraft({
    value: target.url,
    problemOf: (typed) =>
      typed.trim() === '' ? words.urlProblems['not-an-address'] : addressProblem(typed, others, texts),
    onCommit: (typed) => {
      const read = canonicalUrl(typed);
      if (read.ok && read.url !== target.url) onChange({ ...target, url: read.url });
    },
  });
  return (
    <div className={css['address']}>
      <TextInput draft={address} label={words.address} describedBy={id} kind="address" maxLength={MAX_ADDRESS} />
      <Problem id={id} text={address.problem} />
    </div>
  );
}
