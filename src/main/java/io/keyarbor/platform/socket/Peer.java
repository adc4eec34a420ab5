package io.keyarbor.platform.socket;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Who this process runs as, and whether the other end of a connection runs as the same. */
public final class Peer {
  private Peer() {}

  /** Whose process this is. */
  public static UserPrincipal self() throws IOException {
    // By its number: a name could be another one's number, or have none at all.
    String number = Long.toString(new UnixSystem().getUid());
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(number);
  }

  /** Whether the system says who is at the other end; where not, the folder keeps others out. */
  private static boolean isKnown(SocketChannel channel) {
    return channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED);
  }

  /** Whether the process at the other end is this person's. */
  public static boolean isSelf(SocketChannel channel) throws IOException {
    return !isKnown(channel)
        || channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(self());
  }
}
