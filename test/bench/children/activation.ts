import Module from 'node:module';
import { answer } from '../processes.ts';

/** An extension loaded and activated, in milliseconds. */
export interface Activation {
  readonly load: number;
  readonly activate: number;
}

/* Argument: the extension's main file. */
const [main = ''] = process.argv.slice(2);

/** Stands for everything in `vscode`: to be called, constructed, read and gone through, and nothing else. */
const anything: unknown = new Proxy(class {}, {
  get: (target, name) => {
    if (name === 'prototype') return target.prototype;
    if (name === Symbol.iterator) return function* () {};
    if (name === Symbol.toPrimitive) return () => '';
    return anything;
  },
  apply: () => anything,
  construct: () => anything as object,
});

/** A bundle copies the module's own exports, and passes on the inherited ones. */
const vscode = Object.create(anything as object);

const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const start = performance.now();
const { activate } = require(main);
const loaded = performance.now();
activate(anything);
answer({ load: loaded - start, activate: performance.now() - loaded } satisfies Activation);
process.exit();
