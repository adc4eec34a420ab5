package io.keyarbor.probe.answer;

import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.text.JwtText;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Claims of the token that a request carried, or else that its answer holds. The signature is not
 * checked: claims are shown, never relied on.
 */
final class Jwt {
  private Jwt() {}

  static List<JsonNode> claim(Answer answer, String name) {
    JsonNode body = JsonPath.parse(answer.body());
    return Stream.of(
            answer.sentToken(),
            answer.body().strip(),
            JsonPath.text(body.path("access_token")),
            JsonPath.text(body.path("id_token")))
        .map(JwtText::claims)
        .filter(JsonNode::isObject)
        .limit(1)
        .map(claims -> claims.path(name))
        .filter(claim -> !claim.isMissingNode())
        .toList();
  }
}
