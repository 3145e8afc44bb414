package app.tdah.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.tdah.chat");

  @Test
  void featuresMeetWithoutCycles() {
    ApplicationModules modules = ApplicationModules.of(ChatApplication.class);
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains("assistant", "conversation", "realtime", "task", "reminder", "language");
    modules.verify();
  }

  @Test
  void onlyTheAssistantKnowsSpringAi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.tdah.chat.assistant..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.ai..")
        .check(CLASSES);
  }

  @Test
  void languageIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage("app.tdah.chat.language..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..")
        .check(CLASSES);
  }

  @Test
  void controllersHoldNoPersistence() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.transaction..")
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
  void theRulesMatchClasses() {
    assertThat(named(type -> type.isAnnotatedWith(RestController.class)))
        .contains("MessageController", "ConversationController");
    assertThat(named(type -> type.getPackageName().equals("app.tdah.chat.language")))
        .contains("Interpreter");
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
    assertThat(open).isLessThanOrEqualTo(types.size() / 2);
  }

  private static List<String> named(java.util.function.Predicate<JavaClass> filter) {
    return CLASSES.stream().filter(filter).map(JavaClass::getSimpleName).toList();
  }
}
