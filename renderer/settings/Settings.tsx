import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/snapshot.ts';
import { troubleLines } from '../../core/text/settings-lines.ts';
import { Button } from '../parts/Button.tsx';
import { Section } from '../parts/Section.tsx';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { useArrival } from '../state/arrival.ts';
import type { PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import { AllSettings } from './AllSettings.tsx';
import { AppearanceFields } from './AppearanceFields.tsx';
import { ComputerFields } from './ComputerFields.tsx';
import { CheckingFields } from './CheckingFields.tsx';
import { NotificationFields } from './NotificationFields.tsx';
import { TargetList } from './TargetList.tsx';
import { Troubles } from './Troubles.tsx';

interface Props {
  readonly snapshot: Snapshot;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
}

/** All settings, as they hold: a change by hand in their file shows at once, and each change here holds at once. */
export function Settings({ snapshot: { settings, settingsTroubles, platform }, from }: Props): ReactElement {
  const { texts, show } = usePopup();
  const about = useArrival<HTMLButtonElement>(from === 'about');
  const { title, sections } = texts.settings;
  return (
    <Page
      header={<SubPageHeader page="settings" title={title} takesFocus={from !== 'about'} />}
      footer={
        <Button ref={about} onPress={() => show('about')}>
          {texts.about.title}
        </Button>
      }
    >
      <Troubles lines={troubleLines(settingsTroubles, texts)} />
      <Section title={sections.proxies}>
        <TargetList settings={settings} />
      </Section>
      <Section title={sections.checking}>
        <CheckingFields settings={settings} />
      </Section>
      <Section title={sections.notifications}>
        <NotificationFields settings={settings} />
      </Section>
      <Section title={sections.appearance}>
        <AppearanceFields settings={settings} platform={platform} />
      </Section>
      <Section title={sections.computer}>
        <ComputerFields settings={settings} />
      </Section>
      <Section title={sections.file}>
        <AllSettings />
      </Section>
    </Page>
  );
}
