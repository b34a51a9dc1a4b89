package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.file.UnusableFile;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ImportCommunityTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final String SHED = """
            community: {id: lm}
            places:
              - {id: shed, kind: spot, name: 车棚角, parent: s1%s}
            """;

    private static final ChannelId WEBCHAT = new ChannelId("webchat");

    private final ImportCommunity imports;
    private final Communities communities;
    private final Residents residents;
    private final LoadCommunity rows;
    private final DatabaseClient database;

    ImportCommunityTest(
            ImportCommunity imports,
            Communities communities,
            Residents residents,
            LoadCommunity rows,
            DatabaseClient database) {
        this.imports = imports;
        this.communities = communities;
        this.residents = residents;
        this.rows = rows;
        this.database = database;
    }

    @BeforeEach
    void demo() {
        assertThat(take(imports.from(Path.of("deploy/demo/community.yaml"))).kept())
                .allMatch(it -> it.startsWith("residents x"));
    }

    @Test
    void theDemoCanBeWalkedThrough() {
        var map = take(communities.map(LM));

        assertThat(map.casePrefix()).isEqualTo("LM");
        assertThat(map.buildings()).extracting(Place::id).containsExactly("b1", "b2", "b3", "b4", "b5", "b6");
        assertThat(map.display(map.place("b3-2-501").orElseThrow())).isEqualTo("阳光里 3栋2单元501室");
        assertThat(map.gridOf(map.place("b6-1").orElseThrow())).map(Place::id).contains("g2");
        assertThat(map.desk().id()).isEqualTo("desk");
        assertThat(map.group(Address.group(WEBCHAT, "lm", "b3")))
                .map(Group::place)
                .contains("b3");
        assertThat(map.staffAt(Address.person(WEBCHAT, "lm", "lin")))
                .map(StaffMember::unit)
                .contains("grid-1");
    }

    @Test
    void aResidentIsFoundByAddress() {
        var found = take(residents.at(LM, Address.person(WEBCHAT, "lm", "r18")));

        assertThat(found.home()).isEqualTo("b3-2-501");
        residents
                .at(LM, Address.person(WEBCHAT, "lm", "nobody"))
                .as(StepVerifier::create)
                .verifyComplete();
        residents
                .at(new CommunityId("other"), Address.person(WEBCHAT, "lm", "r18"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void everybodyOfABuildingIsFound() {
        var building = take(communities.map(LM)).place("b6").orElseThrow();

        assertThat(take(residents.ofPlace(LM, building).map(Resident::id).collectList()))
                .contains("r35", "r40")
                .doesNotContain("r34", "r18");
    }

    @Test
    void aSecondImportChangesWhatItMentionsAndKeepsTheRest() {
        var kept = take(imports.from("residents.yaml", bytes("""
                community: {id: lm}
                residents:
                  - {id: r18, name: 苏女士, home: b3-2-502, verified: true}
                  - {id: x1, name: 新邻居}
                """))).kept();

        assertThat(kept).contains("residents r17").doesNotContain("residents r18");
        assertThat(take(residents.byId(LM, "r18")).home()).isEqualTo("b3-2-502");
        assertThat(take(residents.byId(LM, "r17")).home()).isEqualTo("b3-2-301");
        assertThat(take(communities.map(LM)).buildings()).hasSize(6);
    }

    @Test
    void whatIsClosedIsOpenedOnlyByWhoSaysSo() {
        take(imports.from("shed.yaml", bytes(SHED.formatted(", closed: true"))));
        run("update community.places set closed = true where community_id = 'lm' and id = 'b6-1-1802'");
        try {
            take(imports.from("shed.yaml", bytes(SHED.formatted(""))));
            assertThat(closed("shed")).as("a file that leaves the column out").isTrue();
            take(imports.from(Path.of("deploy/demo/community.yaml")));
            assertThat(closed("b6-1-1802"))
                    .as("made by the row of its building")
                    .isTrue();
            assertThat(closed("b6-1-1803")).isFalse();

            take(imports.from("shed.yaml", bytes(SHED.formatted(", closed: false"))));

            assertThat(closed("shed")).isFalse();
        } finally {
            run("update community.places set closed = false where community_id = 'lm' and id = 'b6-1-1802'");
            run("delete from community.places where community_id = 'lm' and id = 'shed'");
        }
    }

    @Test
    void nothingIsMovedAwayWithThoseWhoLiveThere() {
        for (String closed : new String[] {
            "{id: old, kind: compound, name: 旧区, closed: true}", "{id: s1, kind: compound, name: 阳光里, closed: true}"
        }) {
            String into = closed.contains("old") ? "old" : "s1";
            imports.from("moved.yaml", bytes("""
                            community: {id: lm}
                            places:
                              - %s
                              - {id: b3, kind: building, name: 3栋, parent: %s}
                            """.formatted(closed, into)))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(it -> assertThat(it)
                            .isInstanceOf(UnusableFile.class)
                            .hasMessageContaining("residents")
                            .hasMessageContaining("groups"));
        }
        assertThat(take(rows.load(LM)).openPlace("b3")).isPresent();
        assertThat(take(rows.load(LM)).place("old")).isEmpty();
    }

    private boolean closed(String place) {
        return take(rows.load(LM)).place(place).orElseThrow().closed();
    }

    @Test
    void aFileWithAMistakeChangesNothing() {
        long before = version();

        imports.from("residents.yaml", bytes("""
                        community: {id: lm}
                        residents:
                          - {id: r18, name: 换了人, home: b3-2-502}
                          - {id: x2, name: 错了, home: b9-1-101}
                        """))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UnusableFile.class)
                        .hasMessageContaining("residents.yaml line 4: home 'b9-1-101' is no place"));

        assertThat(version()).isEqualTo(before);
        assertThat(take(residents.byId(LM, "r18")).name()).isEqualTo("苏晴");
    }

    @Test
    void whatTheDatabaseRefusesTakesTheWholeImportBack() {
        run("alter table community.residents add constraint no_zz check (id <> 'zz')");

        imports.from("residents.yaml", bytes("""
                        community: {id: lm, name: 改名社区, case-prefix: LM}
                        residents:
                          - {id: zz, name: 进不来}
                        """)).as(StepVerifier::create).verifyError();

        assertThat(take(rows.load(LM)).name()).isEqualTo("柳苑社区");
        assertThat(take(communities.map(LM)).name()).isEqualTo("柳苑社区");
    }

    @Test
    void anotherReplicasImportIsNoticedByItsVersion() {
        take(communities.map(LM));
        run("update community.places set name = '三栋' where community_id = 'lm' and id = 'b3'");
        run("update community.communities set version = version + 1 where community_id = 'lm'");

        take(new ReloadCommunities(communities).round());

        assertThat(take(communities.map(LM)).place("b3")).map(Place::name).contains("三栋");
    }

    @Test
    void aFileThatIsNotThereIsNamedInPlainWords() {
        imports.from(Path.of("no/such.yaml"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(it -> assertThat(it)
                        .isInstanceOf(UnusableFile.class)
                        .hasMessage("no/such.yaml: there is no such file (expected: a .yaml or .xlsx file)"));
    }

    @Test
    void anUnknownCommunityIsNamed() {
        communities
                .map(new CommunityId("nowhere"))
                .as(StepVerifier::create)
                .verifyErrorMessage(
                        "no community 'nowhere' (expected: one of [lm]; import it with linli.community.import=FILE)");
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long version() {
        return take(rows.versions().next()).number();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T take(Mono<T> mono) {
        return java.util.Objects.requireNonNull(mono.block());
    }
}
