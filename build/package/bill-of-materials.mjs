/** @import { Material } from './licences.mjs' */

/**
 * What is inside, as CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/). `npm sbom` names what is installed instead: sixty
 * packages that no bundle has a line of, and no Electron.
 * @param {{ version: string, electron: string, materials: readonly Material[] }} inside
 */
export function billOfMaterials({ version, electron, materials }) {
  const app = { type: 'application', ...component({ name: 'pilot-light', version, licence: 'MIT' }) };
  const components = [{ name: 'electron', version: electron, licence: 'MIT' }, ...materials].map((each) => ({
    type: each.name === 'electron' ? 'framework' : 'library',
    ...component(each),
  }));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: app },
    components,
    dependencies: [
      { ref: app['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) },
      ...components.map((each) => ({ ref: each['bom-ref'] })),
    ],
  };
}

/** @param {Omit<Material, 'text'>} material */
function component({ name, version, licence }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { 'bom-ref': purl, name, version, licenses: [{ license: { id: licence } }], purl };
}
