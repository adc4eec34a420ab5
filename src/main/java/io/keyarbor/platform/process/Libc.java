package io.keyarbor.platform.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The few functions of Linux's C library that Java has no door to: starting a program in place of
 * this one, starting a child with an environment of raw bytes, and what belongs to that. The
 * numbers are those of Linux on x86-64 and AArch64.
 *
 * <p>Why not {@link ProcessBuilder}: its environment is {@code String}s, which stay in memory, and
 * which it writes in the locale's encoding, so that in the C locale a value loses its umlauts.
 */
@SuppressWarnings("restricted")
final class Libc {
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int E2BIG = 7;
  static final int ENOEXEC = 8;
  static final int EACCES = 13;
  static final int ENOTDIR = 20;

  static final int SIGINT = 2;
  static final int SIGQUIT = 3;

  private static final int O_RDWR = 2;
  private static final int O_CLOEXEC = 0x80000;
  private static final int F_GETFD = 1;
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;
  private static final int SIG_SETMASK = 2;
  private static final short POSIX_SPAWN_SETSIGMASK = 8;
  private static final MemorySegment SIG_IGN = MemorySegment.ofAddress(1);

  /** More than glibc's and musl's posix_spawnattr_t, posix_spawn_file_actions_t and sigset_t. */
  private static final int ROOMY = 1024;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols = linker.defaultLookup();
  private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();

  /** Whether its numbers are those of this system. */
  static boolean isOfThisSystem() {
    return System.getProperty("os.name").equals("Linux")
        && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
  }

  /** A result, or minus the error number. */
  private int call(String name, Object... arguments) {
    MethodHandle handle = handles.computeIfAbsent(name, n -> handle(n, arguments));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      Object[] all = new Object[arguments.length + 1];
      all[0] = state;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      int result = (int) handle.invokeWithArguments(all);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  private MethodHandle handle(String name, Object... arguments) {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < layouts.length; i++) {
      layouts[i] = layout(arguments[i]);
    }
    Linker.Option errno = Linker.Option.captureCallState("errno");
    return linker.downcallHandle(
        symbols.findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, layouts),
        name.equals("fcntl")
            ? new Linker.Option[] {errno, Linker.Option.firstVariadicArg(2)}
            : new Linker.Option[] {errno});
  }

  private static ValueLayout layout(Object argument) {
    return switch (argument) {
      case Integer i -> JAVA_INT;
      case Short s -> ValueLayout.JAVA_SHORT;
      default -> ADDRESS;
    };
  }

  /**
   * Becomes {@code program}; returns only if that failed. Signals that the Java runtime holds back
   * are let through again.
   *
   * @return the error number
   */
  int execve(MemorySegment program, MemorySegment arguments, MemorySegment environment) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = emptySet(arena);
      MemorySegment before = arena.allocate(ROOMY);
      call("pthread_sigmask", SIG_SETMASK, none, before);
      int error = -call("execve", program, arguments, environment);
      call("pthread_sigmask", SIG_SETMASK, before, MemorySegment.NULL);
      return error;
    }
  }

  private MemorySegment emptySet(Arena arena) {
    MemorySegment set = arena.allocate(ROOMY);
    call("sigemptyset", set);
    return set;
  }

  /**
   * Starts a child with this process's streams, but for those that {@code streams} replaces.
   *
   * @param streams descriptors of ours by the child's number; -1 is {@code /dev/null}
   * @return its process id, or minus the error number
   */
  int spawn(
      MemorySegment program,
      MemorySegment arguments,
      MemorySegment environment,
      Map<Integer, Integer> streams) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ROOMY);
      MemorySegment actions = arena.allocate(ROOMY);
      MemorySegment child = arena.allocate(JAVA_INT);
      call("posix_spawnattr_init", attributes);
      call("posix_spawn_file_actions_init", actions);
      try {
        call("posix_spawnattr_setflags", attributes, POSIX_SPAWN_SETSIGMASK);
        call("posix_spawnattr_setsigmask", attributes, emptySet(arena));
        MemorySegment nothing = arena.allocateFrom("/dev/null");
        streams.forEach((theirs, ours) -> {
          if (ours < 0) {
            call("posix_spawn_file_actions_addopen", actions, theirs, nothing, O_RDWR, 0);
          } else {
            call("posix_spawn_file_actions_adddup2", actions, ours, theirs);
          }
        });
        int error =
            call("posix_spawn", child, program, actions, attributes, arguments, environment);
        return error == 0 ? child.get(JAVA_INT, 0) : -Math.abs(error);
      } finally {
        call("posix_spawn_file_actions_destroy", actions);
        call("posix_spawnattr_destroy", attributes);
      }
    }
  }

  /** Waits for a child's end: its exit code, or 128 and the number of the signal that ended it. */
  int await(int child) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      int result;
      do {
        result = call("waitpid", child, status, 0);
      } while (result == -EINTR);
      if (result != child) {
        throw new IllegalStateException("waitpid: error " + -result);
      }
      int ended = status.get(JAVA_INT, 0);
      int signal = ended & 0x7f;
      return signal == 0 ? (ended >> 8) & 0xff : 128 + signal;
    }
  }

  /** Sends a signal. */
  void kill(int process, int signal) {
    call("kill", process, signal);
  }

  /** Takes no notice of a signal from now on. */
  void ignore(int signal) {
    // It answers a pointer, of which the lower half is not looked at.
    call("signal", signal, SIG_IGN);
  }

  /** A pipe that no child gets unasked: where to read, where to write. */
  int[] pipe() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      int result = call("pipe2", ends, O_CLOEXEC);
      if (result != 0) {
        throw new IllegalStateException("pipe2: error " + -result);
      }
      return ends.toArray(JAVA_INT);
    }
  }

  void close(int descriptor) {
    call("close", descriptor);
  }

  /** Reads into {@code room}; 0 at the end, or minus the error number. */
  int read(int descriptor, MemorySegment room) {
    int result;
    do {
      result = (int) callLong("read", descriptor, room, room.byteSize());
    } while (result == -EINTR);
    return result;
  }

  /** As {@link #call}, for functions that take and give a long. */
  private long callLong(String name, int descriptor, MemorySegment room, long size) {
    MethodHandle handle =
        handles.computeIfAbsent(
            name,
            n ->
                linker.downcallHandle(
                    symbols.findOrThrow(n),
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, JAVA_INT, ADDRESS, ValueLayout.JAVA_LONG),
                    Linker.Option.captureCallState("errno")));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = (long) handle.invokeExact(state, descriptor, room, size);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Keeps a descriptor of ours from programs that are started. */
  void keepFromChildren(int descriptor) {
    int flags = call("fcntl", descriptor, F_GETFD, 0);
    if (flags >= 0) {
      call("fcntl", descriptor, F_SETFD, flags | FD_CLOEXEC);
    }
  }

  /** This process's environment, {@code NAME=value} each, as the kernel gave it. */
  MemorySegment[] environment() {
    MemorySegment first =
        symbols
            .findOrThrow("environ")
            .reinterpret(ADDRESS.byteSize())
            .get(ADDRESS, 0)
            .reinterpret(Long.MAX_VALUE);
    int count = 0;
    while (first.getAtIndex(ADDRESS, count).address() != 0) {
      count++;
    }
    MemorySegment[] all = new MemorySegment[count];
    for (int i = 0; i < count; i++) {
      MemorySegment text = first.getAtIndex(ADDRESS, i).reinterpret(Long.MAX_VALUE);
      all[i] = text.asSlice(0, length(text) + 1);
    }
    return all;
  }

  private static long length(MemorySegment text) {
    long length = 0;
    while (text.get(ValueLayout.JAVA_BYTE, length) != 0) {
      length++;
    }
    return length;
  }
}
