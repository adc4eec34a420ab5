"""A real mail server (aiosmtpd) with one user, for the tests.

Arguments: certificate, key, "starttls" | "tls" | "off", and "PLAIN" | "LOGIN" | "XOAUTH2" | "none".
Prints its port when it is ready.
"""
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

USER, PASSWORD, TOKEN = b"ada@example.com", b"demo-smtp", b"demo-token"
certificate, key, protection, mechanism = sys.argv[1:5]


class Handler:
    async def auth_XOAUTH2(self, server, arguments):
        if base64.b64decode(arguments[1]) == b"user=%s\1auth=Bearer %s\1\1" % (USER, TOKEN):
            return AuthResult(success=True, auth_data=USER)
        await server.challenge_auth(json.dumps({"status": "400"}))
        return AuthResult(success=False, handled=False)


def authenticate(server, session, envelope, name, data):
    good = data.login == USER and data.password == PASSWORD
    return AuthResult(success=good, handled=False)


def build():
    return SMTP(
        Handler(),
        hostname="mail.example.com",
        tls_context=context if protection == "starttls" else None,
        authenticator=authenticate,
        auth_require_tls=protection == "starttls",
        auth_exclude_mechanism={"PLAIN", "LOGIN", "XOAUTH2"} - {mechanism},
    )


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


async def main():
    secure = context if protection == "tls" else None
    server = await asyncio.get_running_loop().create_server(build, "127.0.0.1", 0, ssl=secure)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
