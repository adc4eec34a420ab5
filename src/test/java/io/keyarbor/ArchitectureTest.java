package io.keyarbor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The picture in {@code architecture.md}, held by the build. */
@AnalyzeClasses(packages = "io.keyarbor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passphrase|secret|apikey|privatekey|token).*");

  /** Names that only speak of a secret: which field holds one, or what an error says. */
  private static final Pattern ABOUT_A_SECRET =
      Pattern.compile("(?i).*(field|name|message|fields)$");

  @ArchTest
  static final ArchRule ROOMS_KNOW_ONLY_THOSE_BELOW =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("app")
          .definedBy("io.keyarbor.app..")
          .layer("demo")
          .definedBy("io.keyarbor.demo..")
          .layer("ui")
          .definedBy("io.keyarbor.ui..")
          .layer("cli")
          .definedBy("io.keyarbor.cli..")
          .layer("agent")
          .definedBy("io.keyarbor.agent..")
          .layer("transfer")
          .definedBy("io.keyarbor.transfer..")
          .layer("storage")
          .definedBy("io.keyarbor.storage..")
          .layer("vault")
          .definedBy("io.keyarbor.vault..")
          .layer("probe")
          .definedBy("io.keyarbor.probe..")
          .layer("template")
          .definedBy("io.keyarbor.template..")
          .layer("crypto")
          .definedBy("io.keyarbor.crypto..")
          .layer("settings")
          .definedBy("io.keyarbor.settings..")
          .layer("language")
          .definedBy("io.keyarbor.language..")
          .layer("platform")
          .definedBy("io.keyarbor.platform..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("app", "demo")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("agent")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("transfer")
          .mayOnlyBeAccessedByLayers("app", "cli", "ui")
          .whereLayer("storage")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("vault")
          .mayOnlyBeAccessedByLayers("app", "demo", "ui", "cli", "agent", "transfer", "storage")
          .whereLayer("probe")
          .mayOnlyBeAccessedByLayers("app", "demo", "ui", "cli", "agent", "transfer", "vault")
          .whereLayer("template")
          .mayOnlyBeAccessedByLayers(
              "app", "demo", "ui", "cli", "agent", "transfer", "vault", "probe")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("app", "cli", "ui")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("app", "demo", "ui")
          .whereLayer("platform")
          .mayOnlyBeAccessedByLayers(
              "app", "demo", "ui", "cli", "agent", "transfer", "settings", "storage");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("io.keyarbor.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule JAVAFX_ONLY_IN_THE_DESKTOP =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.keyarbor.ui..", "io.keyarbor.app..", "io.keyarbor.demo.tour..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.."));

  @ArchTest
  static final ArchRule SQL_ONLY_WHERE_IT_IS_SPOKEN =
      only(
          "java.sql.. and javax.sql..",
          new String[] {"io.keyarbor.storage..", "io.keyarbor.probe.transport.sql.."},
          "java.sql..",
          "javax.sql..");

  @ArchTest
  static final ArchRule THE_VAULTS_DATABASE_ONLY_IN_STORAGE =
      only("H2", new String[] {"io.keyarbor.storage.."}, "org.h2..");

  @ArchTest
  static final ArchRule SQL_DRIVERS_ONLY_IN_THEIR_TRANSPORT =
      only(
          "the drivers",
          new String[] {"io.keyarbor.probe.transport.sql.."},
          "org.postgresql..",
          "org.mariadb..");

  @ArchTest
  static final ArchRule MONGODB_ONLY_IN_ITS_TRANSPORT =
      only(
          "its driver",
          new String[] {"io.keyarbor.probe.transport.mongodb.."},
          "com.mongodb..",
          "org.bson..");

  @ArchTest
  static final ArchRule SSH_ONLY_IN_ITS_TRANSPORT =
      only("its library", new String[] {"io.keyarbor.probe.transport.ssh.."}, "org.apache.sshd..");

  @ArchTest
  static final ArchRule LDAP_ONLY_IN_ITS_TRANSPORT =
      only("its library", new String[] {"io.keyarbor.probe.transport.ldap.."}, "com.unboundid..");

  @ArchTest
  static final ArchRule DBUS_ONLY_WHERE_THE_DESKTOP_IS_SPOKEN_TO =
      only("D-Bus", new String[] {"io.keyarbor.platform.."}, "org.freedesktop.dbus..");

  @ArchTest
  static final ArchRule AWT_ONLY_WHERE_NOTHING_ELSE_WILL_DO =
      only(
          "AWT",
          new String[] {"io.keyarbor.platform..", "io.keyarbor.demo.tour.."},
          "java.awt..",
          "javax.swing..");

  private static ArchRule only(String what, String[] rooms, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .as("only " + String.join(" and ", rooms) + " may use " + what);
  }

  @ArchTest
  static final ArchRule NO_STATE_IN_STATICS = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule NO_SECRET_IN_A_STRING_FIELD =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("io.keyarbor.crypto..", "io.keyarbor.vault..")
          .and(describe("are named like a secret", ArchitectureTest::namedLikeASecret))
          .should()
          .notHaveRawType(String.class);

  @ArchTest
  static final ArchRule NO_SECRET_IN_A_STRING_PARAMETER =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("io.keyarbor.crypto..", "io.keyarbor.vault..")
          .should(
              new ArchCondition<JavaMethod>("take no String named like a secret") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  Arrays.stream(method.reflect().getParameters())
                      .filter(p -> p.getType() == String.class && isSecretName(p.getName()))
                      .forEach(p ->
                          events.add(
                              SimpleConditionEvent.violated(
                                  method, method.getFullName() + " takes String " + p.getName())));
                }
              });

  private static boolean namedLikeASecret(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC) && isSecretName(field.getName());
  }

  private static boolean isSecretName(String name) {
    return SECRET_NAME.matcher(name).matches() && !ABOUT_A_SECRET.matcher(name).matches();
  }
}
