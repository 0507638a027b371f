/*
 * For `node --require`: the disk of the file that the variable FAILING_FILE names takes a few bytes, and then fails, for
 * good or as many times as the variable FAILURES says.
 */
const fs = require('node:fs/promises');

const { open } = fs;
fs.open = async (path, ...others) => {
  const file = await open(path, ...others);
  if (path !== process.env.FAILING_FILE) return file;
  const write = file.write.bind(file);
  let hasWritten = false;
  let failures = Number(process.env.FAILURES ?? Number.POSITIVE_INFINITY);
  /** @param {Uint8Array} bytes @param {number} offset @param {number} _length @param {number} position */
  const writeLittle = (bytes, offset, _length, position) => {
    const isFirst = !hasWritten;
    hasWritten = true;
    if (isFirst) return write(bytes, offset, 10, position);
    if (failures-- <= 0) return write(bytes, offset, null, position);
    return Promise.reject(Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' }));
  };
  return Object.assign(file, { write: writeLittle });
};
