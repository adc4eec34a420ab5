package io.keyarbor.probe;

import java.util.Map;

/**
 * A request as a person sees it before it is sent: secrets masked, captures of earlier steps named.
 *
 * @param step the step's name
 * @param carriesSecret whether a secret goes to that host
 */
public record PlannedRequest(
    String step,
    String method,
    String url,
    Map<String, String> headers,
    String body,
    boolean carriesSecret) {}
