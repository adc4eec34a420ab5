package io.keyarbor.demo.tour;

import io.keyarbor.demo.server.PretendServices;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Plays the app from its first window to its lock, as a person would, and takes a picture of each
 * step. Whatever is not there, or does not do what it should, ends the tour with an {@link
 * AssertionError} that says so.
 */
public final class Tour {
  /** What the tour's own vault opens with; it is gone when the tour ends. */
  private static final char[] PASSWORD = "four lanterns over Brindle Weir".toCharArray();

  private final TourScript script = TourScript.load();
  private final Person person;
  private final Path pictures;
  private final String look;
  private int step;

  /**
   * A tour by {@code person}.
   *
   * @param look what the app looks like, for the names of the pictures: {@code light} or {@code
   *     dark}
   */
  public Tour(Person person, Path pictures, String look) {
    this.person = person;
    this.pictures = pictures;
    this.look = look;
  }

  /**
   * Plays all of it; the first window must be about to show.
   *
   * @throws IOException if the pretend services cannot start
   */
  public void play() throws IOException {
    try (PretendServices services = PretendServices.start()) {
      create();
      add(services.addresses().http());
      useAndLock();
      unlock();
      demo();
    }
  }

  private void create() {
    person.see("Try the demo");
    picture("welcome");
    person.click("Create a vault");
    person.fill("Master password", PASSWORD);
    person.fill("Master password again", PASSWORD);
    person.seeGone(".strength-unknown");
    picture("create");
    person.click("Create vault");
    person.see("Here you add credentials");
    picture("welcome-tour");
    person.click("Next");
    person.see("Here you find them");
    person.press("Escape");
    person.seeGone("Here you find them");
    person.see("Test all");
    picture("empty");
  }

  private void add(String pretend) {
    TourScript.Add add = script.add();
    person.press("Ctrl+N");
    person.see("#service-" + add.service());
    picture("wizard-service");
    person.fill("#search", add.service());
    person.click("#service-" + add.service());
    add.fields().forEach((label, text) -> person.fill(label, text.replace("{pretend}", pretend)));
    person.fill(add.secret(), add.wrong());
    person.click("Test connection");
    person.see("Refused");
    picture("wizard-refused");
    person.fill(add.secret(), add.right());
    person.click("Test connection");
    person.see("Connected");
    person.see(add.identity());
    person.click("What will be sent");
    picture("wizard-connected");
    person.click("Next");
    person.fill("Name", add.name());
    person.fill("Tags", add.tags());
    picture("wizard-name");
    person.click("Save");
    person.seeGone("Add a credential");
  }

  private void useAndLock() {
    String label = script.add().secret();
    person.click(script.add().name());
    person.click("Show " + label + " for 20 seconds");
    person.see("Hide " + label);
    picture("detail-shown");
    person.click("Copy " + label);
    person.see(label + " copied; cleared in 30 s");
    picture("copied");
    person.press("Ctrl+L");
    person.see("Unlock");
    if (person.sees(script.add().name())) {
      throw new AssertionError("the vault is locked and still shows a credential");
    }
  }

  private void unlock() {
    person.fill("Master password", script.add().wrong());
    person.click("#unlock");
    person.see("The password or the key file is not right. Nothing was changed; try again.");
    picture("wrong-password");
    person.fill("Master password", PASSWORD);
    person.press("Enter");
    person.see(script.add().name());
    person.press("Ctrl+L");
    person.see("Unlock");
  }

  private void demo() {
    TourScript.Stop good = script.demo().get("good");
    person.click("Try the demo");
    person.see(good.name());
    picture("demo");
    person.click("Test all");
    person.see("Cancel testing");
    picture("demo-testing");
    person.seeGone("Cancel testing");
    visit(good, "demo-tested");
    visit(script.demo().get("expired"), "demo-expired");
    visit(script.demo().get("certificate"), "demo-certificate");
    person.fill("#search", "no such thing");
    person.see("Nothing found");
    picture("demo-no-hit");
    person.press("Escape");
    templates();
    profiles(good.name());
    transfers();
    person.press("Ctrl+Comma");
    person.see("Lock when idle");
    picture("settings");
    person.press("Escape");
    person.press("Ctrl+L");
    person.see("Unlock");
    picture("locked");
  }

  private void profiles(String credential) {
    menu("Profiles…");
    person.see("No profiles yet");
    picture("profiles-empty");
    person.click("New profile…");
    person.fill("#profile-name", "production");
    person.press("Enter");
    person.click("Add credentials…");
    person.fill("#pick-search", credential);
    person.click("Add variables");
    person.see("#variable-list");
    picture("profiles");
    person.click("Add variable…");
    picture("profiles-variable");
    person.press("Escape");
    person.seeGone("New variable");
    person.press("Escape");
    person.seeGone("#profile-list");
  }

  /** What the computer of whoever plays this holds is not looked at. */
  private void transfers() {
    menu("Import…");
    person.see("#import-choose");
    picture("import");
    person.press("Escape");
    person.seeGone("#import-choose");
    menu("Export…");
    person.see("#export-scope");
    picture("export");
    person.press("Escape");
    person.seeGone("#export-scope");
    menu("Sweep this computer…");
    person.see("#sweep-next");
    picture("sweep");
    person.press("Escape");
    person.seeGone("#sweep-next");
  }

  private void menu(String item) {
    person.click("#more");
    person.click(item);
  }

  private void templates() {
    person.press("Ctrl+N");
    person.click("Your service is not here?");
    person.see("New template");
    picture("templates");
    person.click("New template");
    person.click("A service with an API key");
    person.see("No fault");
    picture("template-editor");
    person.click(".code-text");
    person.type("?");
    person.see("1 fault: the template is left out until it is mended");
    picture("template-fault");
    person.click("Close");
    person.click("Discard");
    person.see("New template");
    person.press("Escape");
    person.seeGone("New template");
    person.press("Escape");
    person.seeGone("Add a credential");
  }

  private void visit(TourScript.Stop stop, String picture) {
    if (!stop.search().isEmpty()) {
      person.fill("#search", stop.search());
    }
    person.click(stop.name());
    person.see(stop.shows());
    picture(picture);
  }

  private void picture(String what) {
    step++;
    person.photograph(pictures.resolve("%02d-%s-%s.png".formatted(step, what, look)));
  }
}
