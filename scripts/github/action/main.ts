/** Entry of `.github/actions/gate`: bundled by `bundle.ts`, run by GitHub Actions without an install. */
import { runAction } from './run.ts';

void runAction(process.env).then((code) => {
  process.exitCode = code;
});
