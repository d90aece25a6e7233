import type { Light } from '../../core/health/light.ts';
import type { RunningApp } from './app.ts';
import type { Pixmap } from './tray-item.ts';

const LIGHTS: readonly Light[] = ['healthy', 'degraded', 'down', 'unknown', 'paused'];

/** Which light an icon in the tray shows, told by its pixels; nothing if they are those of none or of several. */
export async function lightOf(icon: Pixmap, app: RunningApp): Promise<Light | undefined> {
  const built = await builtIcons(icon.width, app);
  const shown = comparable(Buffer.from(icon.bytes));
  const same = LIGHTS.filter((_light, index) => built[index] === shown);
  return same.length === 1 ? same[0] : undefined;
}

/** Each light's built icon at this width, as Electron decodes it. */
async function builtIcons(width: number, { electron }: RunningApp): Promise<readonly string[]> {
  const bitmaps = await electron.evaluate(
    ({ app, nativeImage }, asked) =>
      asked.lights.map((light) => {
        const image = nativeImage.createFromPath(`${app.getAppPath()}/out/icons/${light}.png`);
        return image.toBitmap({ scaleFactor: asked.width / image.getSize().width }).toString('base64');
      }),
    { lights: LIGHTS, width },
  );
  // Electron has BGRA, the desktop gets ARGB.
  return bitmaps.map((bitmap) => comparable(Buffer.from(bitmap, 'base64').swap32()));
}

// In Electron the colours of half-transparent pixels are multiplied by alpha, over the bus they are not.
function comparable(argb: Buffer): string {
  const pixels = Buffer.from(argb);
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] !== 255) pixels.fill(0, at + 1, at + 4);
  return pixels.toString('base64');
}
