package org.linli.bench.ballots;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.linli.Linli;
import org.linli.platform.database.CommunityId;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.Utility;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.log.Level;
import org.linli.polls.published.Declared;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many ballots a second are taken into PostgreSQL, each in the register, the box and the Merkle log, while somebody
/// looks at the live totals: `mvn -Pbench verify -Dbench.main=org.linli.bench.ballots.Ballots`. A minute.
///
/// First from within the program, then by HTTP, a call for each voter as the page's script makes it; client, program
/// and database share this machine, so it also says what processor time a ballot costs each of them. Beside them, in the same run, what the same pool of connections takes of the least that
/// there is, one row a commit.
public final class Ballots {

    private static final CommunityId LM = new CommunityId("lm");
    private static final int GOAL = 2_000;
    private static final int ABREAST = 512;

    private final ConfigurableApplicationContext program;
    private final DatabaseClient database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Path data;

    private Ballots(ConfigurableApplicationContext program, Path data) {
        this.data = data;
        this.program = program;
        this.database = program.getBean(DatabaseClient.class);
        this.port = program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// @param args how many ballots, 20,000 where nothing is said
    public static void main(String[] args) throws Exception {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "ballots");
        try (var program = new SpringApplicationBuilder(Linli.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of("linli.demo", "true", "linli.jobs.enabled", "false", "linli.data", data.toString()))
                .run("--server.port=0")) {
            new Ballots(program, data).run(many);
        }
    }

    private void run(int many) {
        inside(open("warm"), many / 4);
        double rows = rows(many / 4);
        double inside = inside(open("inside"), many);
        byHttp(open("warm-http"), many / 4);
        double byHttp = byHttp(open("http"), many);
        System.out.println("| what | a second | times one row a commit |");
        System.out.println("| --- | ---: | ---: |");
        print("one row a commit, 64 at once", rows, rows);
        print("ballots, from within", inside, rows);
        print("ballots, by HTTP", byHttp, rows);
        System.out.printf("goal: %,d ballots a second: %s%n", GOAL, byHttp >= GOAL ? "kept" : "MISSED");
    }

    private static void print(String what, double rate, double rows) {
        System.out.printf("| %s | %,.0f | %.1f |%n", what, rate, rate / rows);
    }

    private double rows(int many) {
        execute("create table if not exists public.bench_rows (id uuid primary key, at timestamptz not null)");
        return rate(many, () -> Flux.range(0, many)
                .flatMap(
                        _ -> database.sql("insert into public.bench_rows values (gen_random_uuid(), now())").then(),
                        64)
                .blockLast(Duration.ofMinutes(5)));
    }

    private double inside(Poll poll, int many) {
        register(poll, many);
        var cast = program.getBean(CastBallot.class);
        double rate = whileSomebodyLooks(poll, many, () -> Flux.range(0, many)
                .flatMap(i -> cast.cast(poll, voter(i), marks(i), "send-" + i), ABREAST)
                .blockLast(Duration.ofMinutes(5)));
        requireAll(poll, many);
        return rate;
    }

    private double byHttp(Poll poll, int many) {
        register(poll, many);
        var ballots = IntStream.range(0, many)
                .mapToObj(i -> Voters.ballot(path(poll, i) + "/ballot", "send=sent-%08d%s".formatted(i, chosen(i))))
                .toList();
        double rate = whileSomebodyLooks(poll, many, () -> new Voters(port, ballots).vote(ABREAST));
        requireAll(poll, many);
        return rate;
    }

    private double whileSomebodyLooks(Poll poll, int many, Runnable votes) {
        var looks = new AtomicInteger();
        var looker = Flux.interval(Duration.ofMillis(500))
                .onBackpressureDrop()
                .concatMap(_ -> Mono.fromFuture(() -> client.sendAsync(
                        request("/polls/lm/%d/bars".formatted(poll.number())).build(),
                        HttpResponse.BodyHandlers.ofString())))
                .subscribe(_ -> looks.incrementAndGet());
        var before = Processor.now(data);
        double rate = rate(many, votes);
        var spent = Processor.now(data).since(before);
        looker.dispose();
        System.out.printf("%s: %,.0f a second, live totals looked at %d times%n", poll.question(), rate, looks.get());
        System.out.println("processor time of a ballot: " + spent.each(many));
        return rate;
    }

    private static double rate(int many, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return many * 1e9 / (System.nanoTime() - start);
    }

    private Poll open(String name) {
        var choices = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new Choice(i, "项目" + i, 1_000L * i))
                .toList();
        var settings = new Settings(
                Utility.COST, Completion.ADD1U, Settings.Start.FLOOR, false, false, 1, TieOrder.USUAL);
        var declared = new Declared("lm-" + name, Level.BALLOTS, 5, Rule.EQUAL_SHARES, settings);
        var question = new OpenPoll.Question(
                LM,
                "chen",
                name,
                new Paper(BallotKind.SEVERAL, choices, 4, null),
                new Electorate(Voice.PERSON, "s1", "", true),
                true,
                Duration.ofHours(2),
                declared);
        return Objects.requireNonNull(program.getBean(OpenPoll.class)
                .open(UUID.randomUUID(), question, List.of(voter(0)))
                .block());
    }

    private void register(Poll poll, int many) {
        var numbers = IntStream.range(0, many).boxed().toList();
        database.sql("""
                        insert into polls.register (community_id, poll, voter, place, voted, ticket)
                        select 'lm', $1, v.voter, 'b1', false, v.ticket from unnest($2::text[], $3::text[]) v(voter, ticket)
                        on conflict (community_id, poll, voter) do update set ticket = excluded.ticket""")
                .bind("$1", poll.id())
                .bind("$2", numbers.stream().map(i -> voter(i).id()).toArray(String[]::new))
                .bind("$3", numbers.stream().map(i -> Seals.hashed(ticket(poll, i))).toArray(String[]::new))
                .then()
                .block();
        execute("analyze polls.register");
    }

    private void requireAll(Poll poll, int many) {
        for (String table : List.of("polls.ballots", "polls.entries where kind = 'CAST' and true", "polls.register where voted")) {
            String sql = "select count(*)::int n from " + table + (table.contains("where") ? " and" : " where") + " poll = $1";
            int found = Objects.requireNonNull(database.sql(sql)
                    .bind("$1", poll.id())
                    .map(row -> Objects.requireNonNull(row.get("n", Integer.class)))
                    .one()
                    .block());
            if (found != many) {
                throw new IllegalStateException("%d in %s, expected %d".formatted(found, table, many));
            }
        }
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html");
    }

    private static String path(Poll poll, int i) {
        return "/vote/lm/%d/%s".formatted(poll.number(), ticket(poll, i));
    }

    private static String ticket(Poll poll, int i) {
        return "%08x%032x".formatted(poll.number(), i);
    }

    private static Voter voter(int i) {
        return new Voter("resident:bench-" + i, "b1", "");
    }

    private static Marks marks(int i) {
        return Marks.of(IntStream.of(i % 12, (i / 5) % 12, (i / 7) % 12).map(it -> it + 1).distinct().boxed().toList());
    }

    private static String chosen(int i) {
        return marks(i).all().stream()
                .map(it -> "&choice=" + it.number())
                .collect(java.util.stream.Collectors.joining());
    }
}
