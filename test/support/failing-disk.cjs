/*
 * For `node --require`: the disk of the file that the variable FAILING_FILE names takes a few bytes, and then fails.
 */
const fs = require('node:fs/promises');

const { open } = fs;
fs.open = async (path, ...others) => {
  const file = await open(path, ...others);
  if (path !== process.env.FAILING_FILE) return file;
  const write = file.write.bind(file);
  let isFailing = false;
  /** @param {Uint8Array} bytes @param {number} offset @param {number} _length @param {number} position */
  const writeLittle = (bytes, offset, _length, position) => {
    if (isFailing) return Promise.reject(Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' }));
    isFailing = true;
    return write(bytes, offset, 10, position);
  };
  return Object.assign(file, { write: writeLittle });
};
