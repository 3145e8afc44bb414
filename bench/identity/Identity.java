import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Measures hashes, logins and refreshes in turns; started by {@code bench/identity/run}. */
final class Identity {

  private static final int ROUNDS = 3;
  private static final int CLIENTS = 8;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int MEMORY_KIB = setting("ASSISTANT_AUTH_ARGON2_MEMORY_KIB");
  private static final int PASSES = setting("ASSISTANT_AUTH_ARGON2_PASSES");
  private static final int LANES = setting("ASSISTANT_AUTH_ARGON2_LANES");

  private final Accounts accounts;
  private final Duration each;

  private Identity(Accounts accounts, Duration each) {
    this.accounts = accounts;
    this.each = each;
  }

  public static void main(String[] args) throws Exception {
    Duration each = Duration.ofSeconds(Long.parseLong(args[2]));
    new Identity(new Accounts(args[0], args[1]), each).run();
  }

  private void run() throws Exception {
    Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, LANES, MEMORY_KIB, PASSES);
    String hash = argon2.encode(Accounts.PASSWORD);
    List<String> people = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      people.add(accounts.person(i));
    }
    Step check = client -> {
      if (!argon2.matches(Accounts.PASSWORD, hash)) {
        throw new IllegalStateException("the password is right");
      }
    };
    Step login = client -> accounts.login(people.get(client));
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
      tokens[i] = Accounts.field("refreshToken", accounts.login(people.get(i)));
    }
    Step refresh = client -> {
      String body = accounts.post("refresh", "{\"refreshToken\":\"%s\"}".formatted(tokens[client]));
      tokens[client] = Accounts.field("refreshToken", body);
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

  private static int setting(String name) {
    return Integer.parseInt(System.getenv(name));
  }

  private interface Step {
    void run(int client) throws Exception;
  }
}
