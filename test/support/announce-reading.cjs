/*
 * For `node --require`: writes to file descriptor 3 when the program opens its first JSON file, or waits for input.
 */
const fs = require('node:fs');

const { openSync } = fs;
let isAnnounced = false;

function announce() {
  if (!isAnnounced) fs.writeSync(3, 'x');
  isAnnounced = true;
}

fs.openSync = (path, ...others) => {
  if (/\.json$/.test(String(path)) && !/package\.json$/.test(String(path))) announce();
  return openSync(path, ...others);
};
setImmediate(announce);
