// Writes a KeePass database with kdbxweb to standard output. Arguments: version (3 or 4), key derivation
// (Aes, Argon2d or Argon2id), cipher (Aes or ChaCha20), compression (None or GZip), and a key file if any.
import { readFileSync } from 'node:fs';
import { argon2d, argon2id } from 'hash-wasm';
import kdbxweb from 'kdbxweb';

const [version, kdf, cipher, compression, keyFile] = process.argv.slice(2);
const { Consts, CryptoEngine, Credentials, Int64, Kdbx, KdbxUuid, ProtectedValue } = kdbxweb;

CryptoEngine.setArgon2Impl(async (password, salt, memory, iterations, length, parallelism, type) =>
  (type === 2 ? argon2id : argon2d)({
    password: new Uint8Array(password), salt: new Uint8Array(salt), memorySize: memory, iterations,
    hashLength: length, parallelism, outputType: 'binary',
  }));

const secret = (text) => ProtectedValue.fromString(text);
const db = Kdbx.create(
  new Credentials(secret('visibly-fake'), keyFile ? readFileSync(keyFile) : null), 'Made by kdbxweb');
db.setVersion(Number(version));
if (version === '4') {
  db.setKdf(Consts.KdfId[kdf]);
  const cost = db.header.kdfParameters;
  if (kdf === 'Aes') {
    cost.set('R', 0x05, Int64.from(1000));
  } else {
    cost.set('M', 0x05, Int64.from(1024 * 1024));
  }
} else {
  db.header.keyEncryptionRounds = 1000;
}
db.header.dataCipherUuid = new KdbxUuid(Consts.CipherId[cipher]);
db.header.compression = Consts.CompressionAlgorithm[compression];

const servers = db.createGroup(db.createGroup(db.getDefaultGroup(), 'Work'), 'Серверы');
const entry = db.createEntry(servers);
entry.fields.set('Title', 'Шлюз 🚪');
entry.fields.set('UserName', 'user@example.com');
entry.fields.set('Password', secret('first, visibly fake'));
entry.pushHistory();
entry.fields.set('Password', secret('visibly "fake" <密码> & 🔑'));
entry.fields.set('URL', 'https://gateway.example.com/');
entry.fields.set('Notes', 'two\nlines');
entry.fields.set('API key', secret('visibly-fake-key'));
entry.fields.set('Region', 'eu-1');
entry.fields.set('otp', secret('otpauth://totp/x?secret=VISIBLYFAKE'));
entry.binaries.set('blob.bin', await db.createBinary(new Uint8Array([0, 1, 2, 255]).buffer));
entry.tags = ['prod', 'edge'];
entry.times.expires = true;
entry.times.expiryTime = new Date('2031-05-06T12:00:00Z');

const removed = db.createEntry(db.getDefaultGroup());
removed.fields.set('Title', 'Removed');
removed.fields.set('Password', secret('visibly-fake-removed'));
db.remove(removed);

const last = db.createEntry(db.getDefaultGroup());
last.fields.set('Title', 'Last');
last.fields.set('Password', secret('visibly-fake-last'));

process.stdout.write(Buffer.from(await db.save()));
