package io.keyarbor.probe;

import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.util.List;

/** Runs a template's connection test. Safe for any number of threads; made for virtual ones. */
public interface Prober {
  /**
   * Tests {@code values} against their service. Whatever the server does ends in a verdict within
   * the time limit. A short pause that the service wants between two tests is waited for; a longer
   * one is told.
   *
   * @throws InterruptedException if the calling thread is interrupted, which cancels the test and
   *     closes its connection
   */
  Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException;

  /**
   * Reads the list of models that these values may use, with the same care as a test. A prober that
   * only tests reads none, and says so.
   *
   * @throws InterruptedException if the calling thread is interrupted, which drops the connection
   */
  default ModelList models(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    return ModelList.failed("Models are not read here.");
  }

  /** The requests that {@link #test} would send, secrets masked. Sends nothing. */
  List<PlannedRequest> preview(ServiceTemplate template, FieldValues values);
}
