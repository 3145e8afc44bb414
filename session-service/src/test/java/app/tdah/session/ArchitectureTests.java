package app.tdah.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.tdah.session");

  @Test
  void featuresMeetWithoutCycles() {
    ApplicationModules.of(SessionApplication.class).verify();
  }

  @Test
  void controllersHoldNoPersistence() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Repository.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.jdbc..",
            "org.springframework.transaction..",
            "org.springframework.data.redis..")
        .check(CLASSES);
  }

  @Test
  void repositoriesStayInTheirFeature() {
    classes().that().areAssignableTo(Repository.class).should().bePackagePrivate().check(CLASSES);
  }

  @Test
  void entitiesHaveNoSetters() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Base|Impl|DTO|Dto)")
        .check(CLASSES);
  }

  @Test
  void atLeastHalfOfTheTypesArePackagePrivate() {
    List<JavaClass> types = topLevelTypes();
    long open =
        types.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat(open).isLessThanOrEqualTo(types.size() / 2);
  }

  @Test
  void theRulesMatchClasses() {
    assertThat(names(type -> type.isAnnotatedWith(RestController.class)))
        .contains("SessionController", "SecurityEventController", "ThreatController");
    assertThat(names(type -> type.isAssignableTo(Repository.class)))
        .contains("UserSessions", "SecurityEntries");
    assertThat(names(type -> type.isAnnotatedWith(Entity.class))).contains("UserSession");
    assertThat(topLevelTypes()).hasSizeGreaterThan(15);
    assertThat(ApplicationModules.of(SessionApplication.class).stream().toList())
        .hasSizeGreaterThanOrEqualTo(4);
  }

  private static List<JavaClass> topLevelTypes() {
    return CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .toList();
  }

  private static List<String> names(Predicate<JavaClass> predicate) {
    return CLASSES.stream().filter(predicate).map(JavaClass::getSimpleName).toList();
  }
}
