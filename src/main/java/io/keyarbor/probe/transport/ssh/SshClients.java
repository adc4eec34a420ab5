package io.keyarbor.probe.transport.ssh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** SSH clients that know one way to log in and look into no file of the person's. */
final class SshClients {
  private SshClients() {}

  /** One that is not started yet. */
  static SshClient make(SshWitness witness, Optional<SshIdentity> identity, String password) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(
        identity
            .map(i -> KeyIdentityProvider.wrapKeyPairs(i.pair()))
            .orElse(KeyIdentityProvider.EMPTY_KEYS_PROVIDER));
    client.setPasswordIdentityProvider(
        identity.isPresent()
            ? PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER
            : PasswordIdentityProvider.wrapPasswords(password));
    client.setUserAuthFactories(
        List.of(identity.map(SshClients::byKey).orElse(UserAuthPasswordFactory.INSTANCE)));
    client.setPasswordAuthenticationReporter(witness);
    client.setPublicKeyAuthenticationReporter(witness);
    client.setUserInteraction(UserInteraction.NONE);
    client.setAgentFactory(null);
    client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    client.setChannelFactories(List.of());
    client.setGlobalRequestHandlers(List.of());
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
    return client;
  }

  private static UserAuthFactory byKey(SshIdentity identity) {
    return new UserAuthPublicKeyFactory(
        List.copyOf(
            BuiltinSignatures.parseSignatureList(identity.algorithms()).getParsedFactories()));
  }

  /** Whether nobody answered in time. */
  static boolean isTimeout(Throwable fault) {
    return Stream.iterate(fault, t -> t != null, Throwable::getCause)
        .limit(20)
        .anyMatch(TimeoutException.class::isInstance);
  }
}
