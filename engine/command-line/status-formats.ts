import type { Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { nagiosLines } from '../../core/text/bars/nagios.ts';
import { swiftbarLines } from '../../core/text/bars/swiftbar.ts';
import { tmuxLine } from '../../core/text/bars/tmux.ts';
import { waybarStatus } from '../../core/text/bars/waybar.ts';
import type { StatusFormat } from './status-format.ts';
import { jsonLine } from './terminal.ts';

/** The status in the form that one of them reads. */
export function formatted(format: StatusFormat, snapshot: Snapshot, texts: Catalogue): readonly string[] {
  switch (format) {
    case 'waybar':
      return [jsonLine(waybarStatus(snapshot, texts))];
    case 'tmux':
      return [tmuxLine(snapshot, texts)];
    case 'swiftbar':
      return swiftbarLines(snapshot, texts);
    case 'nagios':
      return nagiosLines(snapshot);
  }
}
