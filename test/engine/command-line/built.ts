import { bundle } from '../../../build/bundle.mjs';

/** Makes the program for terminals and the simulator once, before any test: afterwards nobody writes there any more. */
export async function setup(): Promise<void> {
  await bundle(['command-line', 'simulator']);
}
