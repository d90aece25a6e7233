import { X } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import type { Settings } from '../../core/settings.ts';
import { canonicalUrl } from '../../core/target-url.ts';
import { addressProblem } from '../../core/text/address-problem.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { Problem } from '../fields/Field.tsx';
import { TextInput } from '../fields/TextInput.tsx';
import { useDraft } from '../fields/use-draft.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../state/popup.ts';
import css from './TargetList.module.css';

type Target = Settings['targets'][number];

interface Props {
  /** Counted from 1. */
  readonly number: number;
  readonly target: Target;
  readonly others: Settings['targets'];
  readonly onChange: (target: Target) => void;
  readonly onRemove: () => void;
}

const MAX_NAME = 100;
const MAX_ADDRESS = 2_048;

/** One proxy: how it is called, and where it is. */
export function TargetItem({ number, target, others, onChange, onRemove }: Props): ReactElement {
  const { texts } = usePopup();
  const id = useId();
  const words = texts.settings;
  const name = useDraft({
    value: target.name ?? '',
    problemOf: () => undefined,
    onCommit: (typed) => onChange(renamed(target, typed.trim())),
  });
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
    <fieldset className={css['target']}>
      <legend className="unseen">{words.proxy(number)}</legend>
      <div className={css['name']}>
        <TextInput draft={name} label={words.name} placeholder={words.noName} maxLength={MAX_NAME} />
      </div>
      <div className={css['address']}>
        <TextInput draft={address} label={words.address} describedBy={id} kind="address" maxLength={MAX_ADDRESS} />
      </div>
      <IconButton label={words.remove(target.name ?? shortUrl(target.url))} onPress={onRemove}>
        <X size={14} aria-hidden="true" />
      </IconButton>
      <Problem id={id} text={address.problem} />
    </fieldset>
  );
}

function renamed({ url }: Target, name: string): Target {
  return name === '' ? { url } : { name, url };
}
