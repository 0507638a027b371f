import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

/**
 * Makes a function that replaces the locations of a bundle in a stack with those of the sources.
 * @param bundle a file with its source map at its end
 * @param root the folder from which the sources are named
 * @param linesBefore how many lines stand before the bundle where it is evaluated
 */
export function sourcePlaces(bundle: string, root: string, linesBefore = 0): (stack: string) => string {
  let map: SourceMap | undefined;
  const name = bundle.replaceAll('\\', '/').split('/').slice(-3).join('/');
  const place = new RegExp(`(?:[a-z-]+:/)?[^\\s()]*${name.replaceAll('.', '\\.')}[^\\s()]*?:(\\d+):(\\d+)`, 'g');
  return (stack) =>
    stack.replace(place, (whole, line, column) => {
      map ??= mapOf(bundle);
      const entry = map.findEntry(Number(line) - 1 - linesBefore, Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const source = relative(root, resolve(dirname(bundle), entry.originalSource)).replaceAll('\\', '/');
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}

function mapOf(bundle: string): SourceMap {
  const code = readFileSync(bundle, 'utf8');
  const data = code.slice(code.lastIndexOf('base64,') + 'base64,'.length);
  return new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()));
}
