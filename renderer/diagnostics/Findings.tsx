import type { ReactElement } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { summaryLine } from '../../core/text/diagnosis-lines.ts';
import { fixedLine } from '../../core/text/remedy-card.ts';
import { foundCards } from '../../core/text/found-cards.ts';
import { HealthMark } from '../icons/HealthMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Row } from '../parts/Row.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { FixedLine } from '../remedy/FixedLine.tsx';
import { RemedyCard } from '../remedy/RemedyCard.tsx';
import { usePopup } from '../state/popup.ts';
import { FoundItem } from './FoundItem.tsx';

interface Props {
  readonly diagnosis: Diagnosis;
  readonly snapshot: Snapshot;
}

/** What a run found: the root cause with all it takes to mend it, the rest to be opened. Or that there is no problem. */
export function Findings({ diagnosis, snapshot }: Props): ReactElement {
  const { texts } = usePopup();
  const { rootCause, worthKnowing } = texts.diagnosis;
  const { root, others } = foundCards(diagnosis, snapshot, texts);
  const summary = summaryLine(diagnosis, texts);
  const target = snapshot.targets.find(({ id }) => id === diagnosis.targetId);
  const fixed = target === undefined || root !== undefined ? undefined : fixedLine(target, texts);
  return (
    <>
      {fixed !== undefined && <FixedLine text={fixed} />}
      {summary !== undefined && (
        <Card>
          <Row icon={<HealthMark health={summary.light} />} title={summary.title} detail={summary.detail} />
        </Card>
      )}
      {root !== undefined && (
        <Section title={rootCause}>
          <RemedyCard card={root.card} light={root.light} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={root === undefined ? worthKnowing : texts.alsoFound}>
          <Card>
            <Rows>
              {others.map((found) => (
                <FoundItem key={found.key} found={found} />
              ))}
            </Rows>
          </Card>
        </Section>
      )}
    </>
  );
}
