import { useState, type ReactElement } from 'react';
import { cellAt } from '../../core/history/availability.ts';
import type { LookBack } from '../../core/history/look-back.ts';
import { availabilityLine } from '../../core/text/availability-line.ts';
import { shortMoment } from '../../core/text/short-moment.ts';
import { latencyLine, spokenLatency, stretchLines } from '../../core/text/stretch-lines.ts';
import { AvailabilityBar } from '../parts/AvailabilityBar.tsx';
import { Section } from '../parts/Section.tsx';
import { usePopup } from '../state/popup.ts';
import { CellWalk } from './CellWalk.tsx';
import css from './Charts.module.css';
import { LatencyChart } from './LatencyChart.tsx';
import { latencyPaths } from './latency-paths.ts';

/** The pictures of a span. What is looked at in one of them is marked in the other, and told below. */
export function Charts({ lookBack }: { readonly lookBack: LookBack }): ReactElement {
  const { texts } = usePopup();
  const [walked, setWalked] = useState<number>();
  const { availability, latency, overall, span } = lookBack;
  const cells = availability.cells.length;
  const cell = Math.min(walked ?? cells - 1, cells - 1);
  const { when, what, latency: took } = stretchLines(cellAt(availability, cell), latency[cell], texts);
  const { history } = texts;
  const paths = latencyPaths(latency);
  const walk = { cells, cell, onWalk: setWalked };
  const answered = latency[cell];
  return (
    <>
      <Section title={history.availability} aside={availabilityLine(availability, span, texts).line}>
        <CellWalk {...walk} label={history.stepByStep(history.availability)} spoken={`${when}: ${what}`}>
          <AvailabilityBar availability={availability} />
        </CellWalk>
        <Axis from={availability.edges[0] ?? availability.to} to={availability.to} />
      </Section>
      {paths !== undefined && overall !== undefined && (
        <Section title={history.responseTime} aside={latencyLine(overall, texts)}>
          <CellWalk
            {...walk}
            label={history.stepByStep(history.responseTime)}
            spoken={`${when}: ${answered === undefined ? '–' : spokenLatency(answered, texts)}`}
          >
            <LatencyChart paths={paths} cells={cells} top={texts.milliseconds(paths.topMs)} />
          </CellWalk>
        </Section>
      )}
      {/* The sliders say it to the ear. */}
      <div className={css['cell']} aria-hidden="true">
        <p className={css['when']}>{when}</p>
        <p className={css['what']}>{[what, ...(took === undefined ? [] : [took])].join(' · ')}</p>
      </div>
    </>
  );
}

interface AxisProps {
  readonly from: number;
  readonly to: number;
}

function Axis({ from, to }: AxisProps): ReactElement {
  const { texts } = usePopup();
  return (
    <div className={css['axis']}>
      <span>{shortMoment(from, to, texts)}</span>
      <span>{texts.history.now}</span>
    </div>
  );
}
