import { orDamage } from '../read/damage.ts';

/**
 * Reads a file's bytes. Where they cannot be read because git left a conflict or a pointer there, the error says that.
 *
 * @param file how errors name it.
 */
export async function undamaged<Read>(
  bytes: Uint8Array,
  file: string,
  read: (bytes: Uint8Array) => Read | Promise<Read>,
): Promise<Read> {
  try {
    return await read(bytes);
  } catch (error) {
    throw orDamage(error, bytes, file);
  }
}
