package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.WithSignIn;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ImportAtStartTest extends WithSignIn {

    private static final String FILE = """
            community: {id: lm}
            residents:
              - {id: r98, name: 甲, home: b6-1-1803}
              - {id: r99, name: 乙, home: b6-1-1802}
            """;

    @TempDir
    Path folder;

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    Residents residents;

    @Autowired
    LeftAtStart left;

    @Autowired
    ImportHealth health;

    @Autowired
    DatabaseClient database;

    @AfterEach
    void open() {
        run("update community.places set closed = false where community_id = 'lm' and id = 'b6-1-1802'");
        run("delete from community.residents where community_id = 'lm' and id in ('r98', 'r99')");
        left.taken(SignedInAs.LM);
    }

    @Test
    void aStartGoesOnWithoutAFileThatNamesSomebodyWhereItWasClosedMeanwhile() throws IOException {
        run("update community.places set closed = true where community_id = 'lm' and id = 'b6-1-1802'");

        start(false).as(StepVerifier::create).verifyComplete();

        assertThat(result(communities.map(SignedInAs.LM)).place("b6")).isPresent();
        residents.byId(SignedInAs.LM, "r98").as(StepVerifier::create).verifyComplete();
        assertThat(left.about(SignedInAs.LM).orElseThrow().problems())
                .containsExactly(new Problem("ours.yaml", 4, Problem.What.CLOSED, "home", "b6-1-1802"));
        assertThat(String.valueOf(health.health()))
                .contains("TROUBLED", "ours.yaml line 4: home 'b6-1-1802' is closed");
        for (String page : new String[] {"/desk/admin", "/desk/admin/community"}) {
            assertThat(signedIn("chen").page(page))
                    .as(page)
                    .contains("“ours.yaml”", "第 4 行", "“b6-1-1802”已经停用")
                    .doesNotContain("??");
        }
    }

    @Test
    void theNextStartTakesItOnceItIsMended() throws IOException {
        start(false).as(StepVerifier::create).verifyComplete();

        assertThat(result(residents.byId(SignedInAs.LM, "r99")).home()).isEqualTo("b6-1-1802");
        assertThat(left.any()).isEmpty();
        assertThat(String.valueOf(health.health())).contains("UP");
    }

    @Test
    void theCommandThatDoesNothingElseFails() throws IOException {
        run("update community.places set closed = true where community_id = 'lm' and id = 'b6-1-1802'");

        start(true).as(StepVerifier::create).verifyError(UnusableFile.class);
    }

    private Mono<Void> start(boolean only) throws IOException {
        var file = Files.writeString(folder.resolve("ours.yaml"), FILE, StandardCharsets.UTF_8);
        return new ImportAtStart(imports, communities, left, file.toString(), only, false).run();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
