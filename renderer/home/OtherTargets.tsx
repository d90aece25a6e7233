import type { ReactElement } from 'react';
import type { TargetView } from '../../core/snapshot.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { LightIcon } from '../icons/LightIcon.tsx';
import { Card } from '../parts/Card.tsx';
import { ColourMark } from '../parts/ColourMark.tsx';
import { Pill } from '../parts/Pill.tsx';
import { Row } from '../parts/Row.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { usePopup } from '../state/popup.ts';

/** The targets that are not the worst, each with its light; nothing where there is only one target. */
export function OtherTargets({ targets }: { readonly targets: readonly TargetView[] }): ReactElement | undefined {
  const { texts } = usePopup();
  if (targets.length === 0) return undefined;
  return (
    <Section title={texts.popup.otherTargets}>
      <Card>
        <Rows>
          {targets.map(({ id, name, colour, light }) => (
            <Row
              key={id}
              icon={<LightIcon light={light} size={15} />}
              mark={<ColourMark colour={colour} />}
              title={shortUrl(name)}
              detail=""
              trailing={<Pill light={light}>{texts.lights[light]}</Pill>}
            />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}
