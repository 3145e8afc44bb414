package app.tdah.user;

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
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

  private static final String BAD_NAMES = ".*(Util|Utils|Helper|Manager|Common|Base|Impl|DTO|Dto)";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.tdah.user");

  @Test
  void featuresMeetWithoutCycles() {
    ApplicationModules modules = ApplicationModules.of(UserApplication.class);
    modules.verify();
    assertThat(modules.stream().map(ApplicationModule::getDisplayName))
        .contains("Profile", "Phone", "Notification", "Push", "Privacy", "Role", "Admin", "Audit");
  }

  @Test
  void controllersTranslateOnly() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.jdbc..",
            "org.springframework.data..",
            "org.springframework.transaction..")
        .check(CLASSES);
  }

  @Test
  void timeAndIdsComeFromOneSource() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses().should().callMethod(UUID.class, "randomUUID").check(CLASSES);
  }

  @Test
  void onlyNotificationsKnowMail() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..notification..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..")
        .check(CLASSES);
  }

  @Test
  void onlyPushCallsOut() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..push..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .check(CLASSES);
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
    assertThat(types).hasSizeGreaterThan(40);
    assertThat(open).isLessThanOrEqualTo(types.size() / 2);
  }

  @Test
  void theRulesMatchClasses() {
    assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(RestController.class)))
        .hasSizeGreaterThanOrEqualTo(7);
    assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(EventHandler.class)))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(CLASSES.stream().filter(type -> type.getPackageName().endsWith(".notification")))
        .anyMatch(type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> to.getTargetClass().getPackageName().startsWith("jakarta.mail")));
    assertThat("app.tdah.user.PhoneManager").matches(BAD_NAMES);
  }
}
