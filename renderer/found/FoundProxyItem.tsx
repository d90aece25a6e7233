import { Radar } from 'lucide-react';
import type { ReactElement } from 'react';
import type { FoundProxyRow } from '../../core/text/found-rows.ts';
import { Button } from '../parts/Button.tsx';
import { Pill } from '../parts/Pill.tsx';
import { Row } from '../parts/Row.tsx';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly row: FoundProxyRow;
  readonly onWatch: () => void;
}

/** A proxy that was found, to be watched from now on. */
export function FoundProxyItem({ row: { title, detail, isWatched }, onWatch }: Props): ReactElement {
  const { watch, watchThat, watched } = usePopup().texts.firstRun;
  return (
    <Row
      icon={<Radar size={17} aria-hidden="true" />}
      title={title}
      detail={detail}
      trailing={
        isWatched ? (
          <Pill light="healthy">{watched}</Pill>
        ) : (
          <Button size="small" label={watchThat(detail === '' ? title : detail)} onPress={onWatch}>
            {watch}
          </Button>
        )
      }
    />
  );
}
