import { createLocalServer } from '../server.ts';

/** A server in a process of its own, to be killed: prints its address and token, then serves. */
const server = await createLocalServer({ dataDir: process.argv[2]! });
const url = await server.listen(0);
process.stdout.write(`${JSON.stringify({ url, token: server.appToken })}\n`);
