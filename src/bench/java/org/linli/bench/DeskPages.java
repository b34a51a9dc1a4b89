package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.linli.Linli;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How long a page of the desk takes at 100,000 cases, and how much longer than the same page without any, in the same
/// run: `mvn -Pbench verify -Dbench.main=org.linli.bench.DeskPages`. Each page by one person after the other, with its
/// navigation; three minutes.
public final class DeskPages {

    private static final long GOAL_MILLIS = 200;

    private static final List<String> ADMINISTRATOR = List.of(
            "/desk",
            "/desk?state=all",
            "/desk?late=true",
            "/desk?state=to-accept",
            "/desk?state=CLOSED",
            "/desk?unit=p7",
            "/desk?label=report.noise",
            "/desk?whose=mine",
            "/desk?priority=urgent",
            "/desk?whose=handed-on",
            "/desk?state=all&text=电梯",
            "/desk?state=all&text=井盖",
            "/desk?state=all&text=盖",
            "/desk?state=all&text=了",
            "/desk?state=all&text=nowhere",
            "/desk?after=1900000000000000~LC-2026-000001",
            "/desk/board",
            "/desk/buildings",
            "/desk/buildings/b3",
            "/desk/cases/LC-2026-000100",
            "/desk/people",
            "/desk/whistles");

    private static final List<String> UNIT_WORKER = List.of(
            "/desk", "/desk?state=all", "/desk?whose=told", "/desk/board", "/desk/buildings");

    private record Visitors(DeskVisitor administrator, DeskVisitor unitWorker) {}

    private final int times;

    private DeskPages(int times) {
        this.times = times;
    }

    /// @param args `cases=100000 open=50 times=40`, in any order; `open` of a hundred; these where nothing is said
    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target", "bench"));
        Bench.removeData();
        var town = Town.write(Path.of("target", "bench"));
        try (var program = new SpringApplicationBuilder(Linli.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of(
                        "linli.demo", "false",
                        "linli.jobs.enabled", "false",
                        "linli.community.import", town.toString(),
                        "linli.data", Path.of("target", "bench", "data-desk").toString()))
                .run("--server.port=0")) {
            new DeskPages(option(args, "times", 40)).run(program, option(args, "cases", 100_000), option(args, "open", 50));
        }
    }

    private void run(ConfigurableApplicationContext program, int cases, int open)
            throws IOException, InterruptedException {
        String hash = program.getBean(PasswordEncoder.class).encode(DeskVisitor.PASSWORD);
        for (String staff : List.of("lin", "wu")) {
            program.getBean(StaffPasswords.class).set(new CommunityId(Town.ID), staff, hash == null ? "" : hash).block();
        }
        int port = Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
        var visitors = new Visitors(new DeskVisitor(port, "lin"), new DeskVisitor(port, "wu"));
        var empty = measure(visitors, Map.of());
        long start = System.nanoTime();
        ManyCases.make(program.getBean(DatabaseClient.class), cases, open);
        System.out.printf("%,d cases, %d %% of them open, made in %.0f s%n", cases, open, (System.nanoTime() - start) / 1e9);
        System.out.println("| page | empty, median ms | full, median ms | 95 % ms | times the empty one |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        var slow = measure(visitors, empty).entrySet().stream()
                .filter(it -> millis(it.getValue(), 95) > GOAL_MILLIS)
                .map(Map.Entry::getKey)
                .toList();
        System.out.printf("goal: no page slower than %d ms: %s%n", GOAL_MILLIS, slow.isEmpty() ? "kept" : "MISSED by " + slow);
    }

    /// @param empty what the same pages took before, to be told beside; may be empty
    private Map<String, Histogram> measure(Visitors visitors, Map<String, Histogram> empty)
            throws IOException, InterruptedException {
        var measured = new LinkedHashMap<String, Histogram>();
        for (String page : ADMINISTRATOR) {
            measured.put(page, measure(visitors.administrator(), page, empty.get(page)));
        }
        for (String page : UNIT_WORKER) {
            String name = "a unit's " + page;
            measured.put(name, measure(visitors.unitWorker(), page, empty.get(name)));
        }
        return measured;
    }

    private Histogram measure(DeskVisitor visitor, String page, @Nullable Histogram empty)
            throws IOException, InterruptedException {
        visitor.look(page, times / 2);
        var it = visitor.look(page, times);
        if (empty != null) {
            double before = millis(empty, 50);
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                    page, before, millis(it, 50), millis(it, 95), millis(it, 50) / before);
        }
        return it;
    }

    private static double millis(Histogram it, double percentile) {
        return it.getValueAtPercentile(percentile) / 1e6;
    }

    private static int option(String[] args, String name, int otherwise) {
        return java.util.Arrays.stream(args)
                .filter(it -> it.startsWith(name + "="))
                .map(it -> Integer.parseInt(it.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
