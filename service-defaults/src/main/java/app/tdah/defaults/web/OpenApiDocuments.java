package app.tdah.defaults.web;

import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** One style for all services' OpenAPI 3.1 documents, read from the code. */
@AutoConfiguration
@ConditionalOnWebApplication
public class OpenApiDocuments {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(CurrentUser.class, CursorRequest.class)
        .replaceWithSchema(JsonNode.class, new ObjectSchema());
  }

  @Bean
  OpenApiCustomizer suiteInfo(@Value("${spring.application.name}") String service) {
    return document -> describe(document, service);
  }

  @Bean
  OperationCustomizer pagingParameters() {
    return (operation, method) -> takesCursor(method) ? paged(operation) : operation;
  }

  @Bean
  ModelConverter recordComponentsAreRequired() {
    return new RecordConverter();
  }

  private static void describe(OpenAPI document, String service) {
    document.info(new Info().title(service).version("v1"));
    document.servers(List.of());
    document.schemaRequirement(
        "accessToken",
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
    document.addSecurityItem(new SecurityRequirement().addList("accessToken"));
  }

  private static boolean takesCursor(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == CursorRequest.class);
  }

  private static Operation paged(Operation operation) {
    Schema<Number> limit = new IntegerSchema();
    limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(CursorRequest.MAX_LIMIT));
    return operation
        .addParametersItem(new Parameter().in("query").name("limit").schema(limit))
        .addParametersItem(new Parameter().in("query").name("cursor").schema(new StringSchema()));
  }

  /** A record's component is required unless it is {@code @Nullable}. */
  private static final class RecordConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
      Class<?> raw = raw(type.getType());
      if (schema == null || raw == null || !raw.isRecord()) {
        return schema;
      }
      Schema<?> model = schema.get$ref() == null ? schema : referenced(schema, context);
      if (model != null && model.getProperties() != null) {
        require(model, raw);
      }
      return schema;
    }

    private static @Nullable Schema<?> referenced(Schema<?> schema, ModelConverterContext context) {
      String ref = schema.get$ref();
      return context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void require(Schema<?> model, Class<?> type) {
      for (RecordComponent component : type.getRecordComponents()) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean known = model.getProperties().containsKey(component.getName());
        boolean listed =
            model.getRequired() != null && model.getRequired().contains(component.getName());
        if (!optional && known && !listed) {
          model.addRequiredItem(component.getName());
        }
      }
    }

    private static @Nullable Class<?> raw(Type type) {
      return switch (type) {
        case Class<?> raw -> raw;
        case JavaType java -> java.getRawClass();
        case com.fasterxml.jackson.databind.JavaType java -> java.getRawClass();
        case java.lang.reflect.ParameterizedType generic -> raw(generic.getRawType());
        default -> null;
      };
    }
  }
}
