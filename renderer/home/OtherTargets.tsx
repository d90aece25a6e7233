import { memo, type ReactElement } from 'react';
import { worstFirst, type TargetView } from '../../core/snapshot.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { LightIcon } from '../icons/LightIcon.tsx';
import { Card } from '../parts/Card.tsx';
import { ColourMark } from '../parts/ColourMark.tsx';
import { Pill } from '../parts/Pill.tsx';
import { Row } from '../parts/Row.tsx';
import { RowLink } from '../parts/RowLink.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly targets: readonly TargetView[];
  /** The one that the user comes back from. */
  readonly left: string | undefined;
}

/** The targets that are not the worst, each with its light and a way to all about it; nothing where there is only one target. */
export function OtherTargets({ targets, left }: Props): ReactElement | undefined {
  const { texts } = usePopup();
  if (targets.length === 0) return undefined;
  return (
    <Section title={texts.popup.otherTargets}>
      <Card>
        <Rows>
          {worstFirst(targets).map(({ id, name, colour, light }) => (
            <OtherTarget key={id} id={id} name={name} colour={colour} light={light} takesFocus={id === left} />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}

interface OtherProps extends Pick<TargetView, 'id' | 'name' | 'light'> {
  readonly colour: TargetView['colour'] | undefined;
  readonly takesFocus: boolean;
}

// With a hundred of them, those of which nothing has changed are not drawn anew.
const OtherTarget = memo(({ id, name, colour, light, takesFocus }: OtherProps): ReactElement => {
  const { texts, show } = usePopup();
  const link = useArrival<HTMLButtonElement>(takesFocus);
  const label = `${shortUrl(name)}: ${texts.lights[light]}`;
  return (
    <Row
      icon={<LightIcon light={light} size={15} />}
      mark={<ColourMark colour={colour} />}
      title={shortUrl(name)}
      detail=""
      trailing={
        <>
          <Pill light={light}>{texts.lights[light]}</Pill>
          <RowLink ref={link} label={label} onPress={() => show('target', { target: id, span: 'day' })} />
        </>
      }
    />
  );
});
