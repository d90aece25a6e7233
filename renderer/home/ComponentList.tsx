import type { ReactElement } from 'react';
import type { ComponentListText } from '../../core/text/component-list.ts';
import { HealthMark } from '../icons/HealthMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Pill } from '../parts/Pill.tsx';
import { Row } from '../parts/Row.tsx';
import { Rows } from '../parts/Rows.tsx';
import { usePopup } from '../state/popup.ts';
import css from './ComponentList.module.css';

/** The components of a proxy, each with its health. */
export function ComponentList({ list }: { readonly list: ComponentListText }): ReactElement {
  const { texts } = usePopup();
  return (
    <section aria-label={texts.popup.components}>
      <Card>
        <Rows>
          {list.rows.map(({ name, detail, exact, pill, health }, index) => (
            <Row
              // Two parts may have one name, and rows of one key would outlive their proxy.
              key={index}
              icon={<HealthMark health={health} />}
              title={name}
              detail={detail}
              exact={exact}
              trailing={<Pill light={health}>{pill}</Pill>}
            />
          ))}
        </Rows>
      </Card>
      {list.more !== undefined && <p className={css['note']}>{list.more}</p>}
      {list.note !== undefined && <p className={css['note']}>{list.note}</p>}
    </section>
  );
}
