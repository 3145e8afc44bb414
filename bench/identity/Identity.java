import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures hashes, logins and refreshes in turns; started by {@code bench/identity/run}. */
final class Identity {

  private static final int ROUNDS = 3;
  private static final int CLIENTS = 8;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final String PASSWORD = "correct-Horse-battery-9-staple";
  private static final int MEMORY_KIB = setting("ASSISTANT_AUTH_ARGON2_MEMORY_KIB");
  private static final int PASSES = setting("ASSISTANT_AUTH_ARGON2_PASSES");
  private static final int LANES = setting("ASSISTANT_AUTH_ARGON2_LANES");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String auth;
  private final String simulator;
  private final Duration each;

  private Identity(String auth, String simulator, Duration each) {
    this.auth = auth + "/api/v1/auth/";
    this.simulator = simulator;
    this.each = each;
  }

  public static void main(String[] args) throws Exception {
    new Identity(args[0], args[1], Duration.ofSeconds(Long.parseLong(args[2]))).run();
  }

  private void run() throws Exception {
    Argon2Function argon2 =
        Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, 32, Argon2.ID);
    String hash = Password.hash(PASSWORD).addRandomSalt(16).with(argon2).getResult();
    List<String> people = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      people.add(person(i));
    }
    Step check = client -> {
      if (!Password.check(PASSWORD, hash).with(argon2)) {
        throw new IllegalStateException("the password is right");
      }
    };
    Step login = client -> login(people.get(client));
    measure(CORES, check); // until they are compiled
    measure(CLIENTS, login);
    System.out.printf(
        "Argon2id: %d KiB, %d passes, %d lane(s); %d hashes at once; %d clients.%n%n",
        MEMORY_KIB, PASSES, LANES, CORES, CLIENTS);
    System.out.println("| bare hashes/s | logins/s | share | login p99 |\n|---|---|---|---|");
    for (int i = 0; i < ROUNDS; i++) {
      Measured bare = measure(CORES, check);
      Measured logins = measure(CLIENTS, login);
      System.out.printf(
          "| %.1f | %.1f | %.1f %% | %.0f ms |%n",
          bare.rate(), logins.rate(), 100 * logins.rate() / bare.rate(), logins.millis(0.99));
    }
    String[] tokens = new String[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      tokens[i] = field("refreshToken", login(people.get(i)));
    }
    Step refresh = client -> {
      String body = post("refresh", "{\"refreshToken\":\"%s\"}".formatted(tokens[client]));
      tokens[client] = field("refreshToken", body);
    };
    measure(CLIENTS, refresh);
    System.out.println("\n| refreshes/s | p50 | p99 |\n|---|---|---|");
    for (int i = 0; i < ROUNDS; i++) {
      Measured refreshes = measure(CLIENTS, refresh);
      System.out.printf(
          "| %.0f | %.1f ms | %.1f ms |%n",
          refreshes.rate(), refreshes.millis(0.5), refreshes.millis(0.99));
    }
  }

  private String login(String email) throws IOException, InterruptedException {
    return post(
        "login",
        "{\"email\":\"%s\",\"password\":\"%s\",\"refreshTokenDelivery\":\"BODY\"}"
            .formatted(email, PASSWORD));
  }

  /** Registers somebody and confirms the address. */
  private String person(int number) throws IOException, InterruptedException {
    String email = "bench-%d-%d@example.com".formatted(System.nanoTime(), number);
    post(
        "register",
        "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Bench\"}"
            .formatted(email, PASSWORD));
    Pattern link = Pattern.compile("token=([A-Za-z0-9_-]+)");
    for (int attempt = 0; attempt < 200; attempt++) {
      HttpRequest mails =
          HttpRequest.newBuilder(URI.create(simulator + "/api/mails?to=" + email)).build();
      Matcher token = link.matcher(http.send(mails, HttpResponse.BodyHandlers.ofString()).body());
      if (token.find()) {
        post("email/verify", "{\"token\":\"%s\"}".formatted(token.group(1)));
        return email;
      }
      Thread.sleep(300);
    }
    throw new IllegalStateException("no mail came");
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(auth + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private Measured measure(int clients, Step step) throws Exception {
    long begin = System.nanoTime();
    long end = begin + each.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<List<Long>>> calls = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        calls.add(() -> {
          List<Long> nanos = new ArrayList<>();
          for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            step.run(number);
            nanos.add(System.nanoTime() - start);
          }
          return nanos;
        });
      }
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> call : threads.invokeAll(calls)) {
        all.addAll(call.get());
      }
      return new Measured(
          all.stream().mapToLong(Long::longValue).sorted().toArray(), System.nanoTime() - begin);
    }
  }

  private static String field(String name, String json) {
    Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    if (!value.find()) {
      throw new IllegalStateException("no " + name);
    }
    return value.group(1);
  }

  private static int setting(String name) {
    return Integer.parseInt(System.getenv(name));
  }

  private interface Step {
    void run(int client) throws Exception;
  }

  private record Measured(long[] sortedNanos, long nanos) {

    double rate() {
      return sortedNanos.length * 1e9 / nanos;
    }

    double millis(double quantile) {
      int at = (int) Math.ceil(quantile * sortedNanos.length) - 1;
      return sortedNanos[Math.clamp(at, 0, sortedNanos.length - 1)] / 1e6;
    }
  }
}
