import { Document, isScalar, Scalar, visit } from 'yaml';
import { OURS } from './export-file.ts';

// The one kind of number that YAML 1.2 has and 1.1 has not.
const OCTAL = /^[-+]?0o/i;

/**
 * A value as YAML, below a comment of these lines. Whatever texts it holds, a reader of YAML 1.1 or 1.2 gets them back as
 * they were: long ones are not folded, and what either reader could take for something else is quoted.
 */
export function yamlText(value: object, head: readonly string[]): string {
  const comment = [`${OURS}.`, ...head].map((line) => `# ${line}\n`).join('');
  // The laws of 1.1 quote more (`on`, `1:30`), and such readers are common.
  const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (isScalar(node) && typeof node.value === 'string' && OCTAL.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return comment + document.toString({ lineWidth: 0 });
}
