package io.keyarbor.app;

import io.keyarbor.platform.Timer;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FolderState;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The catalogue as the person's files are now. It is first read while the person types the master
 * password, and not before the first window is there; whoever asks too early waits. After that it
 * looks at the folder every two seconds and whenever it is asked to, and reads the files again if
 * one of them came, went or was written. It does not wait to be told of changes, because network
 * folders tell of none.
 */
public final class LiveCatalogue implements Catalogue {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Until the first window is there, which needs the processors; who asks sooner need not wait. */
  private static final Duration FIRST = Duration.ofMillis(1500);

  private final Path folder;
  private final Timer timer;
  private final FutureTask<Read> first;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Read> latest = Optional.empty();

  /** What was read, and the state of the folder just before. */
  private record Read(FolderState state, Catalogue catalogue) {}

  /** Soon reads {@code folder} on a virtual thread, and looks at it from then on. */
  public LiveCatalogue(Path folder, Timer timer) {
    this.folder = folder;
    this.timer = timer;
    first = new FutureTask<>(this::read);
    timer.after(FIRST, () -> Thread.ofVirtual().start(first));
    again();
  }

  private Read read() {
    FolderState state = FolderState.of(folder);
    return new Read(state, JsonCatalogue.load(folder));
  }

  private void again() {
    timer.after(PAUSE, () -> Thread.ofVirtual().start(this::lookAndGoOn));
  }

  private void lookAndGoOn() {
    try {
      look();
    } finally {
      again();
    }
  }

  /** Reads the files again if they have changed, and then tells. */
  private void look() {
    boolean changed;
    synchronized (this) {
      Read known = loaded();
      changed = !FolderState.of(folder).equals(known.state());
      if (changed) {
        latest = Optional.of(read());
      }
    }
    if (changed) {
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void refresh() {
    if (first.isDone()) {
      Thread.ofVirtual().start(this::look);
    }
  }

  @Override
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<ServiceTemplate> all() {
    return loaded().catalogue().all();
  }

  @Override
  public Optional<ServiceTemplate> find(String serviceType) {
    return loaded().catalogue().find(serviceType);
  }

  @Override
  public List<TemplateFault> faults() {
    return loaded().catalogue().faults();
  }

  private Read loaded() {
    return latest.orElseGet(this::firstRead);
  }

  private Read firstRead() {
    // Does nothing if it was started already.
    first.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return first.get();
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
