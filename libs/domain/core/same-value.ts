/** Whether two plain values say the same: by their members, whatever order a file or the database wrote them in. Absent and undefined are one. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameValue(Reflect.get(a, key), Reflect.get(b, key)));
};
