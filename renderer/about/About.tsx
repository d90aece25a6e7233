import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/snapshot.ts';
import { INSIDE, PLATFORM_NAMES } from '../../core/text/inside.ts';
import { usagePairs } from '../../core/text/own-usage.ts';
import { Card } from '../parts/Card.tsx';
import { Section } from '../parts/Section.tsx';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { usePopup } from '../state/popup.ts';
import css from './About.module.css';
import { Pairs } from './Pairs.tsx';
import { useOwnUsage } from './use-own-usage.ts';

const LICENSE = 'MIT';

/** What this program is, whose it is, and what it is made of. */
export function About({ snapshot: { appVersion, platform } }: { readonly snapshot: Snapshot }): ReactElement {
  const { texts } = usePopup();
  const { about } = texts;
  const [now, before] = useOwnUsage();
  return (
    <Page header={<SubPageHeader page="about" title={about.title} takesFocus />}>
      <p className={css['text']}>{about.what}</p>
      <Card>
        <Pairs
          pairs={[
            [about.version, appVersion],
            [about.platform, PLATFORM_NAMES[platform]],
            [about.license, LICENSE],
          ]}
        />
      </Card>
      <Section title={about.cost}>
        <Card>
          <Pairs pairs={usagePairs(now, before, texts)} />
        </Card>
      </Section>
      <p className={css['text']}>{about.independent}</p>
      <Section title={about.inside}>
        <Card>
          <Pairs pairs={INSIDE.map(({ name, license }) => [name, license])} />
        </Card>
      </Section>
    </Page>
  );
}
