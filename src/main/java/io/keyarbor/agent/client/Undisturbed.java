package io.keyarbor.agent.client;

import io.keyarbor.vault.VaultException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Runs the exchanges of one connection where nobody can interrupt them. A thread that is
 * interrupted while it waits for an answer closes the connection and so loses the answer; and
 * whoever cancels a connection test interrupts a thread that may just be keeping its verdict.
 */
final class Undisturbed implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("keyarbor-agent-link").factory());

  /** Does {@code work} and waits for it; an interrupt is kept for later. */
  <R> R run(Supplier<R> work) {
    Future<R> result;
    try {
      result = thread.submit(work::get);
    } catch (RejectedExecutionException e) {
      throw new VaultException.Locked();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
