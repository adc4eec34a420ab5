package io.keyarbor.platform.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** By {@code SetWindowDisplayAffinity} of Windows 10 and later, for each window of this process. */
@SuppressWarnings("restricted")
final class WindowsCapture implements ScreenCapture {
  // <winuser.h>
  private static final int WDA_NONE = 0;
  private static final int WDA_EXCLUDEFROMCAPTURE = 0x11;

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup user32 = SymbolLookup.libraryLookup("user32.dll", Arena.global());
  private final MethodHandle next =
      handle("FindWindowExW", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  private final MethodHandle owner =
      handle("GetWindowThreadProcessId", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private final MethodHandle affinity =
      handle("SetWindowDisplayAffinity", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

  private MethodHandle handle(String name, FunctionDescriptor type) {
    return linker.downcallHandle(
        user32.find(name).orElseThrow(() -> new IllegalStateException(name)), type);
  }

  @Override
  public void hide(boolean hidden) {
    MemorySegment none = MemorySegment.NULL;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment process = arena.allocate(JAVA_INT);
      int self = (int) ProcessHandle.current().pid();
      MemorySegment window = (MemorySegment) next.invokeExact(none, none, none, none);
      while (window.address() != 0) {
        int thread = (int) owner.invokeExact(window, process);
        if (thread != 0 && process.get(JAVA_INT, 0) == self) {
          int done = (int) affinity.invokeExact(window, hidden ? WDA_EXCLUDEFROMCAPTURE : WDA_NONE);
          assert done >= 0;
        }
        window = (MemorySegment) next.invokeExact(none, window, none, none);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("the windows of this process cannot be found", e);
    }
  }
}
