import { useState } from 'react';
import type { SettingKey, Settings } from '../../core/settings.ts';
import { usePopup } from '../state/popup.ts';

/** A setting as it is shown, and the way to change it. */
export interface Setting<Value> {
  /** What was chosen, from the moment of the choice; otherwise what holds. */
  readonly value: Value;
  /** Whether it was set: it is refused where the main process cannot do it. */
  readonly change: (value: Value) => Promise<boolean>;
  /** Why the last change was refused, until the next one. */
  readonly problem: string | undefined;
}

/** One key of the settings. Each change is told at once; a refused one goes back by itself, and says so. */
export function useSetting<Key extends SettingKey>(key: Key, settings: Settings): Setting<Settings[Key]> {
  const { texts, act, announce } = usePopup();
  const [pending, setPending] = useState<{ readonly value: Settings[Key] }>();
  const [isRefused, setRefused] = useState(false);
  const { refused } = texts.settings;

  const change = async (value: Settings[Key]): Promise<boolean> => {
    const mine = { value };
    setPending(mine);
    setRefused(false);
    const { done } = await act({ type: 'change-setting', key, value });
    setPending((now) => (now === mine ? undefined : now));
    if (done) return true;
    setRefused(true);
    announce(refused);
    return false;
  };
  return {
    value: pending === undefined ? settings[key] : pending.value,
    change,
    problem: isRefused ? refused : undefined,
  };
}
