package io.keyarbor.demo.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the tour types and looks for, read from {@code demo/tour.json}: no code knows a service. */
record TourScript(Add add, Map<String, Stop> demo) {
  /**
   * The credential that is added.
   *
   * @param fields plain fields by label; {@code {pretend}} stands for the pretend services' address
   * @param secret label of the secret field
   * @param wrong a secret the service refuses
   * @param right the one it accepts, invented
   * @param identity what a good answer shows
   */
  record Add(
      String service,
      Map<String, String> fields,
      String secret,
      String wrong,
      String right,
      String identity,
      String name,
      String tags) {}

  /** A credential of the demo to look at: search for it, choose it, see what it shows. */
  record Stop(String search, String name, String shows) {}

  static TourScript load() {
    try (InputStream in = TourScript.class.getResourceAsStream("/demo/tour.json")) {
      return new JsonMapper().readValue(in, TourScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the tour's script cannot be read", e);
    }
  }
}
