/*
 * npm installs this under the names of the modules it replaces: see dependencies in ../package.json. Without it the
 * server works too, but fills the output of a failed run with stack traces.
 */

const loggerMethods = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const otherMethods = ['clearFormatters', 'setPattern', 'setLevel', 'flush', 'drop'];

/** `@vscode/spdlog`: log files, which are not read after a test. */
export const setFlushOn = () => {};
export const createAsyncRotatingLogger = async () =>
  Object.fromEntries([...loggerMethods, ...otherMethods].map((method) => [method, () => {}]));

/** `@vscode/native-watchdog`: ends an extension host whose parent died; here the whole process group is ended. */
export const start = () => {};

/** `@vscode/deviceid`: a number for telemetry, which is off; the real one writes it to the user's home folder. */
export const getDeviceId = async () => 'stand-in';

/** `@vscode/fs-copyfile`: fast copies for the git extension, which is off but loads it anyway. */
export const isCloneSupported = () => false;
