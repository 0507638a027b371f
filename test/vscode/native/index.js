/*
 * npm installs this under the name of each module it stands in for, see dependencies in ../package.json. Without them
 * the server works too, and fills the output of a failed run with stack traces.
 */

const LOGGER_METHODS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const OTHER_METHODS = ['clearFormatters', 'setPattern', 'setLevel', 'flush', 'drop'];

/** `@vscode/spdlog`: log files, which nobody reads after a test. */
export const setFlushOn = () => {};
export const createAsyncRotatingLogger = async () =>
  Object.fromEntries([...LOGGER_METHODS, ...OTHER_METHODS].map((method) => [method, () => {}]));

/** `@vscode/native-watchdog`: ends an extension host whose parent died; here the whole process group is ended. */
export const start = () => {};

/** `@vscode/deviceid`: a number for telemetry, which is off; the real one writes it into the user's home folder. */
export const getDeviceId = async () => 'stand-in';

/** `@vscode/fs-copyfile`: quick copies for the git extension, which is off and yet loads it. */
export const isCloneSupported = () => false;
