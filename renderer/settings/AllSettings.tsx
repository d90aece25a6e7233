import { useRef, useState, type ReactElement } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { usePopup } from '../state/popup.ts';
import css from './AllSettings.module.css';
import { ResetQuestion } from './ResetQuestion.tsx';

/** What can be done with all settings at once. */
export function AllSettings(): ReactElement {
  const { texts } = usePopup();
  const [isAsked, setAsked] = useState(false);
  const reset = useRef<HTMLButtonElement>(null);
  const { fileNote, failed, ...words } = texts.settings;
  return (
    <Card>
      <div className={css['all']}>
        <p className={css['note']}>{fileNote}</p>
        <ActionButton action={{ type: 'export-settings' }} text={words.export} done={words.exported} failed={failed} />
        <ActionButton action={{ type: 'import-settings' }} text={words.import} done={words.imported} failed={failed} />
        <Button ref={reset} onPress={() => setAsked(true)}>
          {words.reset}
        </Button>
        {isAsked && (
          <ResetQuestion
            onAnswered={() => {
              setAsked(false);
              reset.current?.focus();
            }}
          />
        )}
      </div>
    </Card>
  );
}
