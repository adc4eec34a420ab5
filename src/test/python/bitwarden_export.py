"""Writes the password-protected exports in src/test/resources/transfer.

Independent of the code under test: Python's hashlib and the package cryptography only.
Run it in that folder; every value is made up.
"""

import base64
import hashlib
import hmac
import json
import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

PASSWORD = "not a real password ü".encode()
VALIDATION = b"00000000-0000-4000-8000-000000000000"


def expand(key, info):
    """One block of HKDF-Expand with SHA-256."""
    return hmac.new(key, info + b"\x01", hashlib.sha256).digest()


def seal(key, text):
    """A sealed text of type 2: AES-256-CBC and HMAC-SHA256."""
    iv = os.urandom(16)
    padding = 16 - len(text) % 16
    encryptor = Cipher(algorithms.AES(expand(key, b"enc")), modes.CBC(iv)).encryptor()
    data = encryptor.update(text + bytes([padding]) * padding) + encryptor.finalize()
    mac = hmac.new(expand(key, b"mac"), iv + data, hashlib.sha256).digest()
    return "2." + "|".join(base64.b64encode(part).decode() for part in (iv, data, mac))


def write(name, key, parameters):
    with open("bitwarden.json", "rb") as plain:
        document = {
            "encrypted": True,
            "passwordProtected": True,
            **parameters,
            "encKeyValidation_DO_NOT_EDIT": seal(key, VALIDATION),
            "data": seal(key, plain.read()),
        }
    with open(name, "w") as out:
        json.dump(document, out, indent=2)
        out.write("\n")


# The text of the salt is used, not the bytes that it stands for.
salt = base64.b64encode(os.urandom(16)).decode()
pbkdf2 = hashlib.pbkdf2_hmac("sha256", PASSWORD, salt.encode(), 5000, 32)
write(
    "bitwarden-pbkdf2.json", pbkdf2, {"salt": salt, "kdfType": 0, "kdfIterations": 5000}
)
argon2 = Argon2id(
    salt=hashlib.sha256(salt.encode()).digest(),
    length=32,
    iterations=2,
    lanes=2,
    memory_cost=1024 * 16,
).derive(PASSWORD)
write(
    "bitwarden-argon2id.json",
    argon2,
    {
        "salt": salt,
        "kdfType": 1,
        "kdfIterations": 2,
        "kdfMemory": 16,
        "kdfParallelism": 2,
    },
)
