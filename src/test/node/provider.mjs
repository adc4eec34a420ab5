// An OpenID Connect provider on the loopback with one client, which may fetch tokens for itself, and a
// page that only such a token opens. The client's secret comes from standard input: its first line.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const [clientSecret] = await once(createInterface({ input: process.stdin }), 'line');

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'visibly-fake-client',
    client_secret: clientSecret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_post',
  }],
  scopes: ['reports'],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
  },
});

const oidc = provider.callback();
server.on('request', async (request, response) => {
  if (request.url !== '/whoami') {
    oidc(request, response);
    return;
  }
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const found = token && await provider.ClientCredentials.find(token);
  response.writeHead(found ? 200 : 401, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(found ? { client: found.clientId, scope: found.scope } : { error: 'invalid_token' }));
});
console.log(`listening on ${issuer}`);
