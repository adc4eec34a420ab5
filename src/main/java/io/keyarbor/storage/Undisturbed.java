package io.keyarbor.storage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Does work where nobody can interrupt it. A thread that is interrupted while it reads or writes a
 * file, or before, closes the file for all others too; and whoever cancels a connection test
 * interrupts a thread that may just be keeping its verdict.
 */
final class Undisturbed {
  private Undisturbed() {}

  /** Does {@code work} on a thread of its own and waits for it; an interrupt is kept for later. */
  static <R> R run(Supplier<R> work) {
    FutureTask<R> task = new FutureTask<>(work::get);
    Thread.ofVirtual().name("vault file").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
