package io.keyarbor.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.Wish;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.application.Platform;

/**
 * The real app, used with secrets that come over standard input, then locked, then dumped. Runs in
 * a process of its own so that nothing but the app can have kept a secret.
 */
final class UsedAndLocked {
  /** Proves that a search of the dump finds what is there. */
  private static final char[] CANARY_CHARS =
      new StringBuilder("SRAHC-YRANAC").reverse().toString().toCharArray();

  private static final byte[] CANARY_BYTES = {
    'C', 'A', 'N', 'A', 'R', 'Y', '-', 'B', 'Y', 'T', 'E', 'S'
  };

  private UsedAndLocked() {}

  /** Arguments: a folder to work in, the address of a server that knows the first secret. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    // Not System.in: its buffer would keep what was read.
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    char[] password = line(in);
    char[] secret = line(in);
    char[] next = line(in);
    Platform.startup(() -> {});
    Folders folders =
        new Folders(
            folder.resolve("data"),
            folder.resolve("config"),
            folder.resolve("state"),
            Optional.empty());
    Wiring wiring = new Wiring(folders);
    // The tour for new people would stand before what is done here.
    wiring.settings().change(s -> s.withWelcomed(true));
    FxThread.run(() -> new Windows(wiring).showMain(new StartUp(Optional.empty()), Wish.RAISE));
    use(new Person(), args[1], password, secret, next);
    dump(folder.resolve("locked.hprof"));
    System.out.println(CANARY_CHARS.length + CANARY_BYTES.length + " characters of canary dumped");
    System.exit(0);
  }

  private static void use(
      Person person, String server, char[] password, char[] secret, char[] next) {
    person.click("Create a vault");
    person.fill("Master password", password);
    person.fill("Master password again", password);
    person.click("Create vault");
    person.see("Test all");
    person.press("Ctrl+N");
    person.fill("#search", "prometheus");
    person.click("#service-prometheus");
    person.fill("Address", server);
    person.fill("User", "reader");
    person.fill("Password", secret);
    person.click("What will be sent");
    person.click("Test connection");
    person.see("Connected");
    person.click("Next");
    person.fill("Name", "Watched");
    person.click("Save");
    person.seeGone("Add a credential");
    person.click("Watched");
    person.click("Show Password for 20 seconds");
    person.see("Hide Password");
    person.click("Copy Password");
    person.see("Password copied; cleared in 30 s");
    person.press("Ctrl+E");
    person.fill("Password", next);
    person.click("Save");
    person.seeGone("Cancel");
    person.click("Show Password for 20 seconds");
    person.see("Hide Password");
    person.press("Ctrl+L");
    person.see("Unlock");
    // Once more through the front door, so that the way of an unlock is looked at too.
    person.fill("Master password", password);
    person.press("Enter");
    person.see("Watched");
    Arrays.fill(password, '\0');
    Arrays.fill(secret, '\0');
    Arrays.fill(next, '\0');
    long before = collections();
    person.press("Ctrl+L");
    person.see("Unlock");
    // The app asks for two collections after a lock; the dump below is of what they left.
    person.waitUntil(() -> collections() >= before + 2, "the app did not clean up after the lock");
  }

  /** Full ones only: those of young objects come at any time. */
  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(gc -> gc.getName().matches(".*(Old|MarkSweep).*"))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  private static void dump(Path file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
  }

  private static char[] line(FileInputStream in) throws IOException {
    char[] line = new char[200];
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      line[length++] = (char) c;
    }
    char[] exact = Arrays.copyOf(line, length);
    Arrays.fill(line, '\0');
    return exact;
  }
}
