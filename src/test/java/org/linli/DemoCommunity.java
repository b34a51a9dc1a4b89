package org.linli;

import static org.linli.Results.completed;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.ImportCommunity;
import org.springframework.r2dbc.core.DatabaseClient;

/// The community that we ship for trying, `lm`, as tests begin with it.
public final class DemoCommunity {

    private static final Path FILE = Path.of("deploy/demo/community.yaml");
    private static final List<String> CASES = List.of("cases.cases", "cases.steps", "cases.supporters", "cases.spots");

    private DemoCommunity() {}

    /// Imports it, whatever stood before.
    public static void isThere(ImportCommunity imports) {
        completed(imports.from(FILE));
    }

    /// Nobody has reported anything.
    ///
    /// @param more tables that are to be empty too
    public static void hasNoCases(DatabaseClient database, String... more) {
        String tables = Stream.concat(CASES.stream(), Stream.of(more)).collect(Collectors.joining(", "));
        completed(database.sql("truncate " + tables + " cascade").then());
    }
}
