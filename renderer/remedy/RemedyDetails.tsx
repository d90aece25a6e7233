import { useId, type ReactElement } from 'react';
import type { RemedyCard as Card } from '../../core/text/remedy-card.ts';
import { usePopup } from '../state/popup.ts';
import { ProofNote } from './ProofNote.tsx';
import { Quotation } from './Quotation.tsx';
import css from './RemedyDetails.module.css';
import { RemedyStep } from './RemedyStep.tsx';

/** All of a remedy but its title. */
export function RemedyDetails({ card }: { readonly card: Card }): ReactElement {
  const { why, said, searchedPaths, steps, proof } = card;
  return (
    <>
      <div className={css['intro']}>
        <p className={css['why']}>{why}</p>
        {said !== undefined && <Quotation by={said.by} words={said.words} />}
        {searchedPaths.length > 0 && <SearchedPaths paths={searchedPaths} />}
      </div>
      <ol className={css['steps']}>
        {steps.map((step, index) => (
          <RemedyStep key={step.step.id} row={step} number={index + 1} />
        ))}
      </ol>
      {proof !== undefined && <ProofNote proof={proof} />}
    </>
  );
}

function SearchedPaths({ paths }: { readonly paths: readonly string[] }): ReactElement {
  const { texts } = usePopup();
  const caption = useId();
  return (
    <div className={css['searched']}>
      <p id={caption} className={css['caption']}>
        {texts.searchedIn}
      </p>
      <ul aria-labelledby={caption}>
        {paths.map((path, index) => (
          <li key={index} className={css['path']} title={path} dir="ltr">
            {path}
          </li>
        ))}
      </ul>
    </div>
  );
}
