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
 * @param probes in order; the first whose conditions hold is run
 * @param models how to read the list of models where the test does not; the first that fits is used
 * @param usage how to read spend and limits
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
    List<Reading> models,
    List<Reading> usage,
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
}
