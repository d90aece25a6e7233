import { useId, type ReactElement } from 'react';
import { REPORT_FORMATS, type ReportFormat } from '../../core/contract.ts';
import { usePopup } from '../state/popup.ts';
import css from './FormatChoice.module.css';

interface Props {
  readonly format: ReportFormat;
  readonly onChoose: (format: ReportFormat) => void;
}

/** One of the formats, as the two halves of one control. */
export function FormatChoice({ format, onChoose }: Props): ReactElement {
  const { texts } = usePopup();
  const name = useId();
  return (
    <fieldset className={css['choice']}>
      <legend className="unseen">{texts.diagnosis.format}</legend>
      {REPORT_FORMATS.map((each) => (
        <label key={each} className={css['half']}>
          <input
            type="radio"
            className={css['radio']}
            name={name}
            value={each}
            checked={each === format}
            onChange={() => onChoose(each)}
          />
          <span className={css['text']}>{texts.diagnosis.formats[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
