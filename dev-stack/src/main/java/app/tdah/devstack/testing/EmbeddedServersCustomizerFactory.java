package app.tdah.devstack.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Honours {@link EmbeddedServers}; always the same customizer, so that contexts are shared. */
final class EmbeddedServersCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return TestContextAnnotationUtils.hasAnnotation(testClass, EmbeddedServers.class)
        ? Customizer.INSTANCE
        : null;
  }

  private enum Customizer implements ContextCustomizer {
    INSTANCE;

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      ConfigurableEnvironment environment = context.getEnvironment();
      Map<String, Object> settings =
          TestServers.running().settings(environment.getProperty("assistant.schema"));
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("embedded-servers", settings));
    }
  }
}
