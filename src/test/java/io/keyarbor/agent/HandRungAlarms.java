package io.keyarbor.agent;

import io.keyarbor.platform.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A timer whose time never comes by itself, only when the test says so. Safe for any thread. */
final class HandRungAlarms implements Timer {
  private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();

  private static final class Alarm {
    private final Runnable task;

    Alarm(Runnable task) {
      this.task = task;
    }
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(task);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }

  /** Waits until so many are set. */
  void await(int count) {
    while (alarms.size() != count) {
      Thread.onSpinWait();
    }
  }

  /** Their time has come. */
  void ring() {
    for (Alarm alarm : List.copyOf(alarms)) {
      if (alarms.remove(alarm)) {
        alarm.task.run();
      }
    }
  }
}
