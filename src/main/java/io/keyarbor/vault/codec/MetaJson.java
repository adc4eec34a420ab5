package io.keyarbor.vault.codec;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.TestSchedule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * The text of a record's metadata before it is sealed, as JSON: a credential, a group, a profile or
 * a saved search.
 */
public final class MetaJson {
  private MetaJson() {}

  /** What a record is. */
  public sealed interface Content {
    /** Id of the record. */
    UUID id();
  }

  /**
   * It is a credential.
   *
   * @param history what its tests found, newest first
   */
  public record CredentialContent(Credential credential, List<PastVerdict> history)
      implements Content {
    @Override
    public UUID id() {
      return credential.id().value();
    }
  }

  /** It is a group. */
  public record GroupContent(Group group) implements Content {
    @Override
    public UUID id() {
      return group.id().value();
    }
  }

  /** It is a profile. */
  public record ProfileContent(Profile profile) implements Content {
    @Override
    public UUID id() {
      return profile.id().value();
    }
  }

  /** It is a saved search. */
  public record SearchContent(SavedSearch search) implements Content {
    @Override
    public UUID id() {
      return search.id().value();
    }
  }

  /**
   * It is something that only a later Keyarbor knows. It stays in the vault as it is, so it is
   * never written here.
   */
  public record OtherContent(UUID id) implements Content {}

  /**
   * The JSON of it, without its id.
   *
   * @throws IllegalArgumentException if it is something that only a later Keyarbor knows
   */
  public static byte[] write(Content content) {
    return Json.write(json -> {
      switch (content) {
        case CredentialContent c -> {
          write(json, c.credential());
          HistoryJson.write(json, c.history());
        }
        case GroupContent g -> {
          json.writeStringProperty("type", "group");
          json.writeStringProperty("name", g.group().name());
          g.group().parent().ifPresent(parent -> group(json, parent));
          ScheduleJson.write(json, g.group().schedule());
        }
        case ProfileContent p -> {
          json.writeStringProperty("type", "profile");
          ProfileJson.write(json, p.profile());
        }
        case SearchContent s -> {
          json.writeStringProperty("type", "search");
          json.writeStringProperty("name", s.search().name());
          json.writeStringProperty("query", s.search().query());
        }
        case OtherContent o -> throw new IllegalArgumentException("a record of an unknown type");
      }
    });
  }

  private static void write(JsonGenerator json, Credential credential) {
    Details details = credential.details();
    json.writeStringProperty("type", "credential");
    json.writeStringProperty("name", details.name());
    json.writeStringProperty("service", details.serviceType());
    details.group().ifPresent(group -> group(json, group));
    Json.map(json, "fields", new TreeMap<>(details.fields()));
    Json.texts(json, "tags", new TreeSet<>(details.tags()));
    if (details.favourite()) {
      json.writeBooleanProperty("favourite", true);
    }
    Json.text(json, "notes", details.notes());
    details.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
    switch (details.trust()) {
      case TlsTrust.SystemTrust system -> {}
      case TlsTrust.Authorities authorities ->
          json.writeStringProperty("authorities", authorities.pem());
      case TlsTrust.Pin pin -> json.writeStringProperty("pin", pin.sha256());
    }
    ScheduleJson.write(json, details.schedule());
    json.writeNumberProperty("revision", credential.revision());
    json.writeNumberProperty("version", credential.version());
    Json.texts(json, "secrets", new TreeSet<>(credential.secretFields()));
    Json.time(json, "created", credential.created());
    Json.time(json, "updated", credential.updated());
    credential.trashed().ifPresent(when -> Json.time(json, "trashed", when));
    credential
        .lastTest()
        .ifPresent(verdict -> {
          json.writeName("test");
          Json.object(json, j -> VerdictJson.write(j, verdict));
        });
  }

  private static void group(JsonGenerator json, GroupId group) {
    json.writeStringProperty("group", group.value().toString());
  }

  /**
   * Reads it back; skips what it does not know.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Content read(UUID id, byte[] text) {
    Read read = new Read();
    try {
      Json.read(text, read::property);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      // Not its cause: that may quote the text.
      throw new IllegalArgumentException("malformed record");
    }
    return switch (read.type) {
      case "credential" -> read.content(new CredentialId(id));
      case "group" ->
          new GroupContent(new Group(new GroupId(id), read.name, read.group, read.schedule));
      case "profile" ->
          new ProfileContent(
              new Profile(new ProfileId(id), read.name, read.description, read.variables));
      case "search" -> new SearchContent(new SavedSearch(new SearchId(id), read.name, read.query));
      case "" -> throw new IllegalArgumentException("a record without a type");
      default -> new OtherContent(id);
    };
  }

  private static final class Read {
    private String type = "";
    private String name = "";
    private String service = "";
    private Optional<GroupId> group = Optional.empty();
    private Map<String, String> fields = Map.of();
    private Set<String> tags = Set.of();
    private boolean favourite;
    private String notes = "";
    private Optional<LocalDate> expires = Optional.empty();
    private TlsTrust trust = new TlsTrust.SystemTrust();
    private int revision;
    private int version;
    private Set<String> secrets = Set.of();
    private Instant created = Instant.EPOCH;
    private Instant updated = Instant.EPOCH;
    private Optional<Instant> trashed = Optional.empty();
    private Optional<Verdict> test = Optional.empty();
    private TestSchedule schedule = new TestSchedule.Inherited();
    private List<PastVerdict> history = List.of();
    private String description = "";
    private String query = "";
    private List<Profile.Variable> variables = List.of();

    void property(String key, JsonParser json) {
      switch (key) {
        case "type" -> type = json.getString();
        case "name" -> name = json.getString();
        case "service" -> service = json.getString();
        case "group" -> group = Optional.of(new GroupId(UUID.fromString(json.getString())));
        case "fields" -> fields = Json.map(json);
        case "tags" -> tags = Json.texts(json);
        case "favourite" -> favourite = json.getBooleanValue();
        case "notes" -> notes = json.getString();
        case "expires" -> expires = Optional.of(LocalDate.parse(json.getString()));
        case "authorities" -> trust = new TlsTrust.Authorities(json.getString());
        case "pin" -> trust = new TlsTrust.Pin(json.getString());
        case "revision" -> revision = json.getIntValue();
        case "version" -> version = json.getIntValue();
        case "secrets" -> secrets = Set.copyOf(Json.texts(json));
        case "created" -> created = Json.time(json);
        case "updated" -> updated = Json.time(json);
        case "trashed" -> trashed = Optional.of(Json.time(json));
        case "test" -> test = Optional.of(VerdictJson.read(json));
        case ScheduleJson.NAME -> schedule = ScheduleJson.read(json);
        case "description" -> description = json.getString();
        case "query" -> query = json.getString();
        case ProfileJson.NAME -> variables = ProfileJson.read(json);
        case HistoryJson.NAME -> history = HistoryJson.read(json);
        default -> {}
      }
    }

    /** A vault from before there was a history has its last verdict for one. */
    CredentialContent content(CredentialId id) {
      List<PastVerdict> past =
          history.isEmpty() && test.isPresent()
              ? List.of(PastVerdict.of(test.get(), version))
              : history;
      return new CredentialContent(credential(id), past);
    }

    private Credential credential(CredentialId id) {
      Details details =
          new Details(
              name, service, group, fields, tags, favourite, notes, expires, trust, schedule);
      return new Credential(
          id, details, revision, version, secrets, test, created, updated, trashed);
    }
  }
}
