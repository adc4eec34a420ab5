package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/person");

  @Test
  void areTheXdgDefaultsOnLinux() {
    Folders folders = Folders.of("Linux", Map.of(), HOME);
    assertEquals(HOME.resolve(".local/share/keyarbor"), folders.data());
    assertEquals(HOME.resolve(".config/keyarbor"), folders.config());
    assertEquals(HOME.resolve(".local/state/keyarbor"), folders.state());
    assertEquals(Optional.empty(), folders.runtime());
  }

  @Test
  void followTheEnvironmentOnLinuxWhereItIsAbsolute() {
    Folders folders =
        Folders.of(
            "Linux",
            Map.of(
                "XDG_DATA_HOME", "/big/data",
                "XDG_CONFIG_HOME", "relative/is/ignored",
                "XDG_STATE_HOME", " ",
                "XDG_RUNTIME_DIR", "/run/user/1000"),
            HOME);
    assertEquals(Path.of("/big/data/keyarbor"), folders.data());
    assertEquals(HOME.resolve(".config/keyarbor"), folders.config());
    assertEquals(HOME.resolve(".local/state/keyarbor"), folders.state());
    assertEquals(Optional.of(Path.of("/run/user/1000/keyarbor")), folders.runtime());
  }

  @Test
  void areThePlatformsOwnElsewhere() {
    Folders mac = Folders.of("Mac OS X", Map.of("XDG_DATA_HOME", "/big/data"), HOME);
    assertEquals(HOME.resolve("Library/Application Support/Keyarbor/data"), mac.data());
    Folders windows =
        Folders.of("Windows 11", Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), HOME);
    assertEquals(Path.of("/local/Keyarbor/data"), windows.data());
    assertEquals(Path.of("/roaming/Keyarbor"), windows.config());
  }
}
