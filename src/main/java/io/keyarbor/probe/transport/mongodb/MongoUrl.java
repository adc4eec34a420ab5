package io.keyarbor.probe.transport.mongodb;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Tls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection URL as MongoDB's manual describes it ("Connection Strings"). It is read here and not
 * by the driver, since its options can switch off the check of certificates, send everything
 * through a proxy, or read files. Its words are never repeated: a part of a password may be among
 * them.
 *
 * @param service whether DNS tells the hosts
 * @param options by their names in small letters
 */
record MongoUrl(
    boolean service,
    String user,
    String password,
    List<String> hosts,
    String database,
    Map<String, String> options) {
  private static final Pattern FORM =
      Pattern.compile(
          "mongodb(?<srv>\\+srv)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^:@/?]*))?@)?"
              + "(?<hosts>[^@/?]+)(?:/(?<database>[^/?@]*))?(?:\\?(?<options>.*))?");

  private static final Set<String> READ =
      Set.of("authsource", "authmechanism", "tls", "ssl", "authmechanismproperties");

  /** They say how to work with a database, which a test does not. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          ("appname compressors connecttimeoutms directconnection heartbeatfrequencyms journal"
                  + " loadbalanced localthresholdms maxconnecting maxidletimems maxpoolsize"
                  + " minpoolsize readconcernlevel readpreference readpreferencetags replicaset"
                  + " retryreads retrywrites serverselectiontimeoutms sockettimeoutms srvmaxhosts"
                  + " timeoutms uuidrepresentation w waitqueuetimeoutms wtimeoutms"
                  + " zlibcompressionlevel")
              .split(" ", -1));

  private static final Set<String> MECHANISMS = Set.of("", "SCRAM-SHA-1", "SCRAM-SHA-256");

  /**
   * Reads a URL.
   *
   * @throws BadInput if it is none, or holds an option that a test does not take
   */
  static MongoUrl parse(String text) {
    Matcher url = FORM.matcher(text.strip());
    if (!url.matches()) {
      throw new BadInput(
          "The connection URL is not well-formed. Write it as mongodb://user:password@host:port/"
              + "database, with each of : / ? # @ % in the user and the password escaped, such as "
              + "%40 for @.");
    }
    return new MongoUrl(
        url.group("srv") != null,
        decoded(url.group("user")),
        decoded(url.group("password")),
        Arrays.asList(url.group("hosts").split(",", -1)),
        decoded(url.group("database")),
        options(url.group("options")));
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new HashMap<>();
    if (text == null || text.isEmpty()) {
      return options;
    }
    for (String pair : text.split("[&;]", -1)) {
      String[] sides = pair.split("=", 2);
      String name = sides[0].toLowerCase(Locale.ROOT);
      if (sides.length < 2 || !(READ.contains(name) || WITHOUT_EFFECT.contains(name))) {
        throw new BadInput(
            "The connection URL holds an option that a test does not take. Those that loosen the "
                + "check of certificates, name files or name a proxy are among them. Leave only "
                + "authSource, authMechanism, tls and replicaSet.");
      }
      String value = decoded(sides[1]);
      String before = options.put(name.equals("ssl") ? "tls" : name, value);
      if (before != null && !before.equals(value)) {
        throw new BadInput("The connection URL says one option twice. Leave one of them.");
      }
    }
    return options;
  }

  private static String decoded(String part) {
    try {
      // A plus sign is a plus sign here.
      return part == null
          ? ""
          : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadInput("The connection URL holds a % that begins no escape. Write %25 for it.");
    }
  }

  /** What it means, {@code wanted} being what the person said of TLS besides. */
  MongoTarget target(Tls wanted, Dns dns) {
    String mechanism = option("authmechanism").toUpperCase(Locale.ROOT);
    if (!MECHANISMS.contains(mechanism) || !option("authmechanismproperties").isEmpty()) {
      throw new BadInput(
          "The connection URL asks for a way to log in that a test does not know. It knows "
              + "SCRAM-SHA-1 and SCRAM-SHA-256.");
    }
    SrvRecords found = service ? SrvRecords.of(hosts, dns) : new SrvRecords(addresses(), "");
    boolean secure =
        switch (option("tls")) {
          case "true" -> true;
          case "false" -> wanted == Tls.ON;
          case "" -> service || wanted == Tls.ON;
          default -> throw new BadInput("In the connection URL, tls must be true or false.");
        };
    return new MongoTarget(
        found.hosts(),
        secure ? Tls.ON : Tls.OFF,
        user,
        password,
        first(option("authsource"), found.authSource(), database, "admin"),
        mechanism);
  }

  private List<Address> addresses() {
    return hosts.stream().map(host -> Address.typed(host, MongoTarget.PORT)).toList();
  }

  private String option(String name) {
    return options.getOrDefault(name, "");
  }

  private static String first(String... choices) {
    return Arrays.stream(choices).filter(choice -> !choice.isEmpty()).findFirst().orElse("");
  }

  /** Says nothing: it holds a password. */
  @Override
  public String toString() {
    return "MongoUrl";
  }
}
