package io.keyarbor.template;

import java.util.List;
import java.util.Optional;

/**
 * All that Keyarbor knows of one service, read from one JSON file.
 *
 * @param serviceType the key, e.g. {@code proxmox}
 * @param category key of the group it is listed under, e.g. {@code virtualization}
 * @param icon name of the icon in an Ikonli pack, empty for a drawn monogram
 * @param docsUrl the service's own documentation, may be empty
 * @param createKeyUrl page where a new secret is made, may be empty or hold placeholders
 * @param summary line under the credential's name, with placeholders of plain fields, e.g. {@code
 *     {host}}
 * @param notes what a person should know, each a sentence
 * @param probes in order; the first whose condition holds is run
 */
public record ServiceTemplate(
    String serviceType,
    String displayName,
    String category,
    String icon,
    String docsUrl,
    String createKeyUrl,
    String summary,
    List<String> notes,
    List<FieldSpec> fields,
    List<KeyPattern> recognise,
    List<EnvName> env,
    List<ConfigFile> files,
    List<ProbeSpec> probes,
    Optional<Rotation> rotation) {

  /**
   * What a pasted key of this service looks like; a hint only.
   *
   * @param pattern regular expression over the whole key
   * @param field the field that the key belongs in
   * @param choice value of the choice field that goes with it, e.g. {@code auth_method=api_token};
   *     empty if none
   */
  public record KeyPattern(String pattern, String field, String choice) {}

  /**
   * A variable that the service's official tools read.
   *
   * @param value composed of placeholders, e.g. {@code {api_key}}
   */
  public record EnvName(String name, String value) {}

  /** A tool's config file that a credential can be taken from, e.g. {@code ~/.aws/credentials}. */
  public record ConfigFile(String path, String format) {}

  /**
   * When and how the secret is renewed.
   *
   * @param days recommended life of a secret
   * @param manual page to open or words on how; empty if none
   */
  public record Rotation(int days, String manual) {}
}
