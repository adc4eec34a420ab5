package io.keyarbor.app;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateFault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A catalogue that is read while the person types the master password, so that the first window
 * need not wait for it. Whoever asks too early waits.
 */
final class CatalogueLater implements Catalogue {
  private final FutureTask<Catalogue> reading;

  /** Starts reading on a virtual thread. */
  CatalogueLater(Supplier<Catalogue> read) {
    reading = new FutureTask<>(read::get);
    Thread.ofVirtual().start(reading);
  }

  @Override
  public List<ServiceTemplate> all() {
    return loaded().all();
  }

  @Override
  public Optional<ServiceTemplate> find(String serviceType) {
    return loaded().find(serviceType);
  }

  @Override
  public List<TemplateFault> faults() {
    return loaded().faults();
  }

  private Catalogue loaded() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return reading.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the service templates cannot be read", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
