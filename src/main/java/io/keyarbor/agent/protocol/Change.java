package io.keyarbor.agent.protocol;

import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.OtherContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.List;
import java.util.UUID;

/**
 * A part of what a subscriber is told: records that are new, changed or gone.
 *
 * @param last whether the subscriber has, with this part, the state of {@code number}
 * @param number counts the changes since the agent has the vault open
 */
public record Change(long number, boolean last, List<UUID> removed, List<Content> put) {
  /** Copies the lists. */
  public Change {
    removed = List.copyOf(removed);
    put = List.copyOf(put);
  }

  /** Writes it. */
  public void write(FrameWriter out) {
    out.int64(number);
    out.flag(last);
    out.all(removed, FrameWriter::uuid);
    out.all(put, Change::write);
  }

  private static void write(FrameWriter out, Content content) {
    out.int8(
        switch (content) {
          case CredentialContent c -> 0;
          case GroupContent g -> 1;
          case ProfileContent p -> 2;
          case SearchContent s -> 3;
          case OtherContent o -> throw new IllegalArgumentException("nobody is told of that");
        });
    out.content(content);
  }

  /** Reads it. */
  public static Change read(FrameReader in) {
    return new Change(in.int64(), in.flag(), in.all(FrameReader::uuid), in.all(Change::content));
  }

  private static Content content(FrameReader in) {
    return switch (in.int8()) {
      case 0 -> in.content(CredentialContent.class);
      case 1 -> in.content(GroupContent.class);
      case 2 -> in.content(ProfileContent.class);
      case 3 -> in.content(SearchContent.class);
      default -> throw new Malformed("a record of an unknown kind");
    };
  }
}
