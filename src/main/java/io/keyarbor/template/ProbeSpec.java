package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection test as its template tells it: steps that send requests, rules that turn the answer
 * into a reason, and what to read from a good answer.
 *
 * @param when the choice this probe belongs to, e.g. {@code auth_method=api_token}; empty means any
 * @param matching what the values of fields must look like for this probe, as regular expressions
 *     over the whole value, e.g. of a key's prefix; an empty value is an empty text
 * @param fallbackOn statuses and protocol codes of the first step with which the next fitting probe
 *     is run in place of this one, e.g. 404 where an older server lacks what this probe asks for
 * @param hosts hosts, beside the one in the credential's own URL field, that requests may go to
 * @param steps in order; a step's captures are placeholders for those after it
 * @param rules tried in order on the deciding step's answer, before the shared defaults
 * @param control whether a random credential of the same shape is tried when the real one is found
 *     good
 * @param minIntervalSeconds least time between two runs for one credential
 * @param sideEffects what a run leaves at the service, for the person to read; empty if nothing
 */
public record ProbeSpec(
    Optional<Condition> when,
    Map<String, String> matching,
    List<String> fallbackOn,
    List<String> hosts,
    List<Step> steps,
    List<Rule> rules,
    List<Extract> extract,
    boolean control,
    int minIntervalSeconds,
    String sideEffects) {

  /**
   * One request, or one conversation in another protocol.
   *
   * @param id name shown in "what will be sent" and in faults
   * @param url with placeholders, each of which may have filters: {@code
   *     {base_url}/api?u={user|url}}; empty where there is a transport
   * @param unixSocket path of the socket that the request goes through, empty for the network
   * @param transport in place of the request: a conversation in a protocol that is not HTTP
   * @param headers with placeholders; one whose optional placeholder ({@code {org?}}) is empty is
   *     not sent
   * @param form body fields of a form post, empty if none
   * @param body literal body with placeholders, empty if none
   * @param signer how the request proves who sends it, empty if by its headers alone
   * @param captures what later steps may use
   * @param expect statuses with which the next step goes on; any other ends the run at this step,
   *     whose answer decides
   * @param always a clean-up that runs whatever happened before it, and never decides
   */
  public record Step(
      String id,
      String method,
      String url,
      String unixSocket,
      Optional<Transport> transport,
      Map<String, String> headers,
      Map<String, String> form,
      String body,
      Optional<Signer> signer,
      List<Capture> captures,
      List<Integer> expect,
      boolean always) {}

  /**
   * A way to authenticate that needs code.
   *
   * @param type {@code bearer basic header query sigv4 oauth2-client jwt-rs256 mtls ntlm}
   * @param with its parameters by name, with placeholders
   */
  public record Signer(String type, Map<String, String> with) {}

  /**
   * A protocol that is not HTTP, and what to say in it.
   *
   * @param type {@code jdbc redis mongodb ssh smtp ldap}
   * @param with its parameters by name, with placeholders; what {@code ask} holds is named {@code
   *     ask.name}
   */
  public record Transport(String type, Map<String, String> with) {}

  /**
   * Takes a value from an answer.
   *
   * @param from {@code json header xpath jwt body}
   * @param path JSON pointer, header name, XPath, or claim name
   * @param secret whether the value is to be handled as a secret
   */
  public record Capture(String name, String from, String path, boolean secret) {}

  /**
   * Turns an answer into a reason when all its conditions hold.
   *
   * @param step only for the answer of this step; empty means any
   * @param status any of these; empty means whatever
   * @param codes any of these codes of a protocol that is not HTTP; {@code 49} stands for {@code
   *     49/532} too
   * @param errors any of these error classes ({@code dns connect_refused pkix ...}); empty means no
   *     error
   * @param bodyContains any of these texts; empty means whatever
   * @param json tests by JSON pointer, all of which must hold
   * @param headers tests by header name, all of which must hold
   * @param xpath tests by XPath, all of which must hold
   * @param reason code of the reason, e.g. {@code bad_credential}
   * @param says what the person is told in place of the reason's own words, may be empty
   */
  public record Rule(
      String step,
      List<Integer> status,
      List<String> codes,
      List<String> errors,
      List<String> bodyContains,
      Map<String, Test> json,
      Map<String, Test> headers,
      Map<String, Test> xpath,
      String reason,
      String says) {}

  /**
   * A test of one value.
   *
   * @param op {@code exists absent empty eq ne in starts_with contains matches lt lte gt gte}
   * @param operands what it is compared with, as text
   */
  public record Test(String op, List<String> operands) {}

  /**
   * What a good answer tells.
   *
   * @param kind {@code identity expiry scopes models}, and of a reading of usage {@code spend limit
   *     remaining}
   * @param label what a person reads beside an identity, e.g. {@code Version}
   * @param step the step whose answer holds it; empty means the deciding one
   * @param from {@code json header xpath jwt value}
   * @param path a text with placeholders where {@code from} is {@code value}; else JSON pointer
   *     ({@code *} stands for every element), header name, XPath or claim name
   * @param format of an expiry: {@code iso epoch epoch_ms date http}, or a separator for scopes;
   *     may be empty
   */
  public record Extract(
      String kind, String label, String step, String from, String path, String format) {}
}
