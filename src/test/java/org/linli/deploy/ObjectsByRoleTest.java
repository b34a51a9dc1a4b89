package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.Results;
import org.linli.cases.web.SignedInAs;
import org.linli.community.AnnounceChange;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.Role;
import org.linli.community.StaffPasswords;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Post;
import org.linli.deploy.ObjectsTest.Line;
import org.linli.platform.database.CommunityId;
import org.linli.web.WithProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Objects that are really there, tried by each role: of another community, and of its own where `routes.csv` does not
/// list the role or the object belongs to units and people that are not its own. Only what has to be refused is tried.
class ObjectsByRoleTest extends WithProvider {

    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    /// As `routes.csv` calls them.
    private static final Map<Role, String> WORDS = Map.of(
            Role.GRID_WORKER, "grid",
            Role.UNIT_WORKER, "unit",
            Role.COMMUNITY_WORKER, "community",
            Role.ADMIN, "admin");

    private static final Set<Role> SEE_EVERYTHING = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    /// Whose belongs to some and not to others of the same community.
    private static final Set<String> NOT_OF_ALL = Set.of(
            "units that have or were told of the case",
            "own places",
            "own unit",
            "oneself",
            "units that are called",
            "everything");

    /// Shows of it what is at one's own places, which may be nothing.
    private static final Set<String> SHOWS_OWN = Set.of("GET /desk/notices/{id}/visits");

    /// Says whether it was done, and that it was not; what is over, nobody's and somebody else's look the same.
    private static final Set<String> SAYS_SO = Set.of(
            "POST /desk/me/sessions/{handle}/end", "GET /desk/together/{bulk}", "POST /desk/together/{bulk}/undo");

    private static final String OTHERS = """
            community: {id: hq, name: 花桥社区, street: 另一条街, case-prefix: HQ}
            places:
              - {id: q1, kind: building, name: 1栋}
            units:
              - {id: desk, kind: desk, name: 服务台}
              - {id: around, kind: grid, name: 网格, places: [q1]}
            staff:
              - {id: bao, name: 包大人, role: admin, unit: desk}
              - {id: hq-admin, name: 甲, role: admin, unit: desk}
              - {id: hq-community-worker, name: 乙, role: community-worker, unit: desk}
              - {id: hq-unit-worker, name: 丙, role: unit-worker, unit: around}
              - {id: hq-grid-worker, name: 丁, role: grid-worker, unit: around}
            """;

    /// Takes care of one flat and of nothing that anybody reports.
    private static final String A_UNIT_APART = """
            insert into community.units (community_id, id, kind, name, places, labels, position)
            values ('lm', 'apart', 'DEPARTMENT', '别处', '{b6-1-1801}', '{report.nothing}', 999) on conflict do nothing""";

    private static final CommunityId HQ = new CommunityId("hq");

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Autowired
    Communities communities;

    @Autowired
    ChangeStaff change;

    @Autowired
    AnnounceChange announce;

    @Autowired
    ImportCommunity importing;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    private String hash = "";

    @BeforeEach
    void somethingOfEveryKindAndAnotherCommunity() {
        hash = requireNonNull(encoder.encode(SignedInAs.PASSWORD));
        importing.from("other.yaml", OTHERS.getBytes(UTF_8)).block();
        database.sql(ARow.IN_EVERY_TABLE).then().block();
        database.sql(ObjectsTest.A_DELIVERY).then().block();
        ObjectsTest.FITTING.forEach(it ->
                database.sql(it.formatted("chen", ObjectsTest.THEIRS)).then().block());
        database.sql(A_UNIT_APART).then().block();
        announce.raising(SignedInAs.LM).block();
    }

    @AfterEach
    void theUnitIsGoneAgain() {
        for (String table : List.of("staff where unit", "units where id")) {
            database.sql("delete from community.%s = 'apart'".formatted(table))
                    .then()
                    .block();
        }
        announce.raising(SignedInAs.LM).block();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyOfAnotherCommunitySeesIt(Role role) throws IOException {
        String id = "hq-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        passwords.set(HQ, id, hash).block();
        var staff = new SignedInAs(id, web);

        var lines = ofStaff().stream()
                .filter(it -> !SAYS_SO.contains(it.toString()))
                .toList();

        refused(staff, role, lines);
    }

    /// Administrators see all that is of their community.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void norDoesARoleThatIsNotListedOrHasNoPartInIt(Role role) throws IOException {
        var staff = new SignedInAs(apart(role), web);
        var listed = listed(requireNonNull(WORDS.get(role)));

        var lines = ofStaff().stream()
                .filter(it -> !SAYS_SO.contains(it.toString()))
                .filter(it -> !listed.contains(it.toString()) || isOfOthers(it, role))
                .toList();

        refused(staff, role, lines);
    }

    private static boolean isOfOthers(Line line, Role role) {
        return !SEE_EVERYTHING.contains(role)
                && NOT_OF_ALL.contains(line.whose())
                && !SHOWS_OWN.contains(line.toString());
    }

    private void refused(SignedInAs staff, Role role, List<Line> lines) {
        var ids = ObjectsTest.ids(database);
        var soft = new SoftAssertions();
        soft.assertThat(lines).hasSizeGreaterThan(5);
        for (Line line : lines) {
            String path = line.filled(ids, ObjectsTest.NUMBER);
            var answer = line.method().equals("GET") ? staff.get(path) : staff.post(path, ObjectsTest.FORM);
            soft.assertThat(answer.returnResult(Void.class).getStatus().value())
                    .as("%s by %s", line, role)
                    .isIn(403, 404);
        }
        soft.assertAll();
    }

    /// Somebody new in a unit that has to do with nothing that is tried.
    private String apart(Role role) {
        String id = "r" + UUID.randomUUID().toString().substring(0, 8);
        var map = Results.result(communities.map(SignedInAs.LM));
        String unit = SEE_EVERYTHING.contains(role) ? map.desk().id() : "apart";
        change.add(map.staffMember("chen").orElseThrow(), id, "新来的", new Post(unit, role), null)
                .block();
        passwords.set(SignedInAs.LM, id, hash).block();
        return id;
    }

    private static List<Line> ofStaff() throws IOException {
        return ObjectsTest.lines().filter(Line::isForStaff).toList();
    }

    /// What `routes.csv` opens to a role.
    private static Set<String> listed(String role) throws IOException {
        return Files.readAllLines(ROUTES).stream()
                .skip(1)
                .filter(it -> List.of(it.substring(it.lastIndexOf(',') + 1).split(" "))
                                .contains(role)
                        || it.endsWith(",staff"))
                .map(ObjectsByRoleTest::route)
                .collect(Collectors.toSet());
    }

    private static String route(String line) {
        int who = line.lastIndexOf(',');
        int method = line.lastIndexOf(',', who - 1);
        return line.substring(method + 1, who) + " " + line.substring(0, method);
    }
}
