/** A method of an object on the bus, and what it is given: as many values as the signature has types. */
export interface BusMethod {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** Signals to listen to. `arg0` keeps to those with this first value. */
export interface BusSignal {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly arg0?: string;
}

/** Hears a signal: its values, and the unique name of the program that sent it. */
export type SignalListener = (body: readonly unknown[], sender: string) => void;

/**
 * Why there is no answer. `no-bus`: none to talk to, or it was lost. `no-service`: nobody has the name, and nobody could be
 * started for it. `no-answer`: not in time. `refused`: the answer was an error.
 */
export type BusProblem = 'no-bus' | 'no-service' | 'no-answer' | 'refused';

/** An answer with its values and the unique name of the program that gave it; or why there is none. */
export type BusReply =
  | { readonly ok: true; readonly body: readonly unknown[]; readonly sender: string }
  | { readonly ok: false; readonly problem: BusProblem };

/** The bus itself, as somebody to ask. */
export const BROKER = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** Ways to pick signals, in the bus's own words (D-Bus specification, "Match rules"). Names hold no apostrophe. */
export function matchRule({ sender, path, interface: owner, member, arg0 }: BusSignal): string {
  const rule = `type='signal',sender='${sender}',path='${path}',interface='${owner}',member='${member}'`;
  return arg0 === undefined ? rule : `${rule},arg0='${arg0}'`;
}
