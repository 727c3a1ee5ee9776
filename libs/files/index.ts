export type { Content } from './content-check.js';
export { contentDisposition, decodeUploadName } from './file-name.js';
export { FileDamaged, FileMissing, type FileStore, type PutResult, type StoredFile } from './file-store.js';
export { FolderFileStore } from './folder-store.js';
export { HEAD_BYTES, inspect } from './kind.js';
export { MasterKeys, UnknownMasterKey, WrongKey, type KeyWrapper } from './master-keys.js';
export { KIND_NAMES, type FileKind, type FileRefusal } from './refusals.js';
