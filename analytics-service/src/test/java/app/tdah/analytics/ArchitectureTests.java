package app.tdah.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.events.EventHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

  private static final String BAD_NAMES = ".*(Util|Utils|Helper|Manager|Common|Base|Impl|DTO|Dto)";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.tdah.analytics");

  @Test
  void featuresMeetWithoutCycles() {
    ApplicationModules modules = ApplicationModules.of(AnalyticsApplication.class);
    modules.verify();
    assertThat(modules.stream().map(ApplicationModule::getDisplayName))
        .containsExactlyInAnyOrder("Fact", "Usage", "Zone", "Privacy");
  }

  @Test
  void controllersTranslateOnly() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Repository.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.transaction..")
        .check(CLASSES);
  }

  @Test
  void timeAndIdsComeFromOneSource() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses().should().callMethod(UUID.class, "randomUUID").check(CLASSES);
  }

  @Test
  void handlersAndControllersArePackagePrivate() {
    classes().that().implement(EventHandler.class).should().bePackagePrivate().check(CLASSES);
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses().should().haveNameMatching(BAD_NAMES).check(CLASSES);
  }

  @Test
  void atLeastHalfOfTheTypesArePackagePrivate() {
    List<JavaClass> types =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();
    long open =
        types.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat(types).hasSizeGreaterThan(15);
    assertThat(open).isLessThanOrEqualTo(types.size() / 2);
  }

  @Test
  void theRulesMatchClasses() {
    assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(RestController.class)))
        .hasSize(1);
    assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(Repository.class))).hasSize(3);
    assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(EventHandler.class))).hasSize(4);
    assertThat("app.tdah.analytics.UsageManager").matches(BAD_NAMES);
  }
}
