// Jest runs the same TypeScript that Node does: types are blanked out in place, so
// line and column of a failing test are those of the source, with no source map.
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
