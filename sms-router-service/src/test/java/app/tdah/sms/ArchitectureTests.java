package app.tdah.sms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
          .importPackages("app.tdah.sms");

  @Test
  void featuresMeetWithoutCycles() {
    ApplicationModules.of(SmsApplication.class).verify();
  }

  @Test
  void onlyTheAdapterKnowsTwilio() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..sms.twilio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.twilio..", "app.tdah.sms.twilio..")
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
  void handlersArePackagePrivate() {
    classes().that().haveSimpleNameEndingWith("Handler").should().bePackagePrivate().check(CLASSES);
  }

  @Test
  void theRulesMatchClasses() {
    assertThat(CLASSES.that(annotated())).isNotEmpty();
    assertThat(simpleNamesIn("app.tdah.sms.twilio")).contains("TwilioSender", "TwilioWebhooks");
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName)).anyMatch(n -> n.endsWith("Handler"));
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

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> annotated() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "are controllers", type -> type.isAnnotatedWith(RestController.class));
  }

  private static List<String> simpleNamesIn(String packageName) {
    return CLASSES.stream()
        .filter(type -> type.getPackageName().equals(packageName))
        .map(JavaClass::getSimpleName)
        .toList();
  }
}
