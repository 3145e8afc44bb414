package app.tdah.devstack.simulator.store;

import app.tdah.devstack.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A value kept in one JSON file. Changes that come while a write is under way end up in the next
 * write, so a burst costs two writes. Without a directory nothing is kept.
 */
public final class JsonFile<T> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(JsonFile.class.getName());

  private final @Nullable Path file;
  private final Class<T> type;
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  public JsonFile(@Nullable Path directory, String name, Class<T> type) {
    this.file = directory == null ? null : directory.resolve(name);
    this.type = type;
  }

  /** What was last written; a file that cannot be read is set aside, not overwritten. */
  public Optional<T> load() {
    if (file == null || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      LOG.log(Level.WARNING, "Could not read {0}; moved it to {1} and began anew", file, aside);
      move(file, aside);
      return Optional.empty();
    }
  }

  /** Writes soon what {@code content} then supplies. */
  public void changed(Supplier<T> content) {
    if (file != null && pending.compareAndSet(false, true)) {
      writer.execute(() -> write(file, content));
    }
  }

  private void write(Path target, Supplier<T> content) {
    pending.set(false);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path next = target.resolveSibling(target.getFileName() + ".next");
      Files.write(next, Json.MAPPER.writeValueAsBytes(content.get()));
      move(next, target);
    } catch (IOException | UncheckedIOException | JacksonException e) {
      LOG.log(Level.WARNING, "Could not write " + target, e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the last write. */
  @Override
  public void close() {
    writer.close();
  }
}
