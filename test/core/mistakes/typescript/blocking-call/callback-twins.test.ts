import { invalid } from '../support/cases';

describe('blocking-call: what has a twin that calls back, or stands in a promise’s chain', () => {
  invalid('blocking-call', [
    {
      code: "import { gzipSync } from 'node:zlib';\nexport const main = async () => «gzipSync('a')».length;\n",
      fixed:
        "import { gzip } from 'node:zlib';\nimport { promisify } from 'node:util';\nexport const main = async () => (await promisify(gzip)('a')).length;\n",
    },
    {
      code: "import { execSync } from 'child_process';\nexport const main = async () => «execSync('ls')».toString();\n",
      fixed:
        "import { exec } from 'child_process';\nimport { promisify } from 'node:util';\nexport const main = async () => (await promisify(exec)('ls')).stdout.toString();\n",
      preferred: false,
    },
    {
      code: "import { execSync } from 'child_process';\nexport const main = async () => «execSync('ls', { cwd: '/' })»;\n",
    },
    {
      code: "import crypto from 'crypto';\nexport const main = async () => «crypto.pbkdf2Sync('a', 'b', 1, 1, 'sha1')»;\n",
      fixed:
        "import crypto from 'crypto';\nimport { promisify } from 'node:util';\nexport const main = async () => await promisify(crypto.pbkdf2)('a', 'b', 1, 1, 'sha1');\n",
    },
    {
      code: "import { scryptSync } from 'node:crypto';\nexport const main = async () => «scryptSync('a', 'b', 64)».toString('hex');\n",
      fixed:
        "import { scrypt } from 'node:crypto';\nexport const main = async () => (await new Promise<NonSharedBuffer>((resolve, reject) => scrypt('a', 'b', 64, (error, value) => (error ? reject(error) : resolve(value))))).toString('hex');\n",
    },
    {
      code: "import { generateKeyPairSync } from 'node:crypto';\nexport const main = async () => «generateKeyPairSync('ed25519')».publicKey;\n",
      fixed:
        "import { generateKeyPair } from 'node:crypto';\nimport { promisify } from 'node:util';\nexport const main = async () => (await promisify(generateKeyPair)('ed25519')).publicKey;\n",
    },
    {
      code: "import { execFileSync } from 'node:child_process';\nexport const main = async () => «execFileSync('ls', ['-l'], { encoding: 'utf8', cwd: '/' })».trim();\n",
      fixed:
        "import { execFile } from 'node:child_process';\nimport { promisify } from 'node:util';\nexport const main = async () => (await promisify(execFile)('ls', ['-l'], { encoding: 'utf8', cwd: '/' })).stdout.trim();\n",
      preferred: false,
    },
    {
      code: "import { spawnSync } from 'node:child_process';\nexport const main = async () => «spawnSync('ls', ['-l'])».stdout.toString();\n",
      fixed:
        "import { execFile } from 'node:child_process';\nimport { promisify } from 'node:util';\nexport const main = async () => (await promisify(execFile)('ls', ['-l'])).stdout.toString();\n",
      preferred: false,
    },
    {
      code: "import { spawnSync } from 'node:child_process';\nexport const main = async () => «spawnSync('ls', ['-l'])».status;\n",
    },
    {
      code: "import { execSync } from 'node:child_process';\nexport const main = async () => { «execSync('make', { stdio: 'inherit' })»; };\n",
    },
    {
      code: "import { execSync } from 'node:child_process';\nexport const main = async () => { «execSync('make')»; };\n",
      fixed:
        "import { exec } from 'node:child_process';\nimport { promisify } from 'node:util';\nexport const main = async () => { await promisify(exec)('make'); };\n",
      preferred: false,
    },
    {
      code: "import { readFileSync } from 'fs';\nexport const read = (job: Promise<string>) => job.then((answer) => answer + «readFileSync('b', 'utf8')»);\n",
      fixed:
        "import { readFile } from 'node:fs/promises';\nexport const read = (job: Promise<string>) => job.then(async (answer) => answer + await readFile('b', 'utf8'));\n",
    },
    {
      code: "import { rmSync } from 'fs';\nexport const read = (job: Promise<string>) => job.catch(() => 'none').finally(() => { «rmSync('b')»; });\n",
      fixed:
        "import { rm } from 'node:fs/promises';\nexport const read = (job: Promise<string>) => job.catch(() => 'none').finally(async () => { await rm('b'); });\n",
    },
    {
      code: "import { statSync } from 'fs';\nexport const late = () => new Promise((resolve) => { setTimeout(() => { resolve(«statSync('a')»); }, 10); });\n",
      fixed:
        "import { stat } from 'node:fs/promises';\nexport const late = () => new Promise((resolve) => { setTimeout(async () => { resolve(await stat('a')); }, 10); });\n",
      preferred: false,
    },
    {
      code: "import { readFileSync } from 'fs';\nconst wrapped = () => new Promise<string>((resolve) => { resolve(readFileSync('a', 'utf8')); });\nexport const main = async () => await «wrapped()»;\n",
    },
  ]);
});
