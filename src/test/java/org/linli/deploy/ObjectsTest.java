package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.Results;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.Role;
import org.linli.community.StaffPasswords;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Post;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.database.CommunityId;
import org.linli.web.WithProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What belongs to one community is not there for the staff of another: each line of `objects.csv` for staff, tried
/// with something that is really there. So that there is something of every kind, every table gets a row that one of
/// the demo's people could be shown, or that could be read no further than its key.
class ObjectsTest extends WithProvider {

    private static final Path OBJECTS = Path.of("deploy/security/objects.csv");
    static final String THEIRS = "11111111-2222-4333-8444-555555555555";
    static final String NUMBER = "987654";
    private static final String NOBODYS = "99999999-2222-4333-8444-555555555555";

    /// The community that is not to see anything of the demo's.
    static final String OTHERS = """
            community: {id: hq, name: 花桥社区, street: 另一条街, case-prefix: HQ}
            places:
              - {id: q1, kind: building, name: 1栋}
            units:
              - {id: desk, kind: desk, name: 服务台}
            staff:
              - {id: bao, name: 包大人, role: admin, unit: desk}
            """;

    /// To whom [ARow#IN_EVERY_TABLE] subscribed.
    static final String A_DELIVERY = """
            insert into webhooks.deliveries (community_id, id, subscription, topic, body, at, due_at)
            overriding system value values ('lm', %s, '%s', 'CASE_OPENED', '{}', now(), now() + interval '1 day')
            on conflict do nothing""".formatted(NUMBER, THEIRS);

    /// What a row has to say to be there for its own people beside its key: the first is the administrator who asks,
    /// the second the key.
    static final List<String> FITTING = List.of(
            """
            update hotline.files set sealed = '' where community_id = 'lm' and id = '%2$s' and put_by <> '%1$s'""", """
            insert into media.items
              (community_id, id, kind, sender, media, name, received_at, state, not_before, hash, forget_at)
            values ('lm', '%2$s', 'PICTURE', '%1$s', '', '', now(), 'kept', now(), '', now() + interval '1 day')
            on conflict do nothing""", """
            update media.contents set type = 'image/jpeg', small = 'x' where community_id = 'lm' and hash = '' and type <> '%1$s'""", """
            update cases.pictures set media_type = 'image/jpeg' where community_id = 'lm' and id = '%2$s' and media_type <> '%1$s'""", """
            insert into cases.steps (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures)
            select 'lm', number, 'ADDED', 'STAFF', '%1$s', '', now(), state, unit, '', '{%2$s}' from cases.cases c
            where community_id = 'lm' and number = (
                select min(number) from cases.cases where community_id = 'lm' and number like 'LM%%')
              and not exists (select from cases.steps s
                where s.community_id = 'lm' and s.number = c.number and '%2$s' = any(s.pictures))""", """
            insert into openness.pictures (community_id, number, id, bytes, looked_by, looked_at)
            select 'lm', min(number), '%2$s', 'x', '%1$s', now() from cases.cases
            where community_id = 'lm' and number like 'LM%%' on conflict do nothing""", """
            update cases.on_behalf set way = 'PAPER', address = 'webchat:demo:person:%2$s', number = (
                select min(number) from cases.cases where community_id = 'lm' and number like 'LM%%')
            where community_id = 'lm' and occasion = '%2$s' and by_id <> '%1$s'""", """
            update ledgers.orders set asked_by = '%1$s', asked_at = now(), kind = 'cases', bytes = 'x', failed_at = now(),
              why = 'BROKEN' where community_id = 'lm' and id = '%2$s'""", """
            update cases.absences set staff = 'he', from_day = current_date - 2, until_day = current_date + 3
            where community_id = 'lm' and id = '%2$s'""", """
            insert into cases.draws (community_id, month, seed, pool, drawn_at) values ('lm', '2026-10', '%1$s', '{}', now())
            on conflict do nothing""", """
            update notices.notices set kind = 'POLICY', importance = 'ORDINARY', state = 'DRAFT', invites = 'PERSON',
              audience = '3栋', writer = 'xu', files = '{%2$s}' where community_id = 'lm' and id = '%2$s' and writer <> '%1$s'""", """
            update notices.recipients set fate = 'WAITING' where community_id = 'lm' and notice = '%2$s' and who <> '%1$s'""", """
            update notices.signed_up set state = 'LEFT', address = 'webchat:demo:person:%2$s' where community_id = 'lm' and notice = '%2$s' and who <> '%1$s'""", """
            update notices.visits set outcome = 'TOLD' where community_id = 'lm' and notice = '%2$s' and who <> '%1$s'""", """
            update whistles.whistles set state = 'CALLED', stars = 0, refusals = 0 where community_id = 'lm' and id = '%2$s' and unit <> '%1$s'""", """
            do $fit$ begin
              set local session_replication_role = replica;
              update whistles.steps set kind = 'CALLED' where community_id = 'lm' and whistle = '%2$s' and words <> '%1$s';
            end $fit$""", """
            update polls.polls set kind = 'ONE', voice = 'PERSON', most = 1, frozen = true
            where community_id = 'lm' and id = '%2$s' and asked_by <> '%1$s'""", """
            insert into polls.choices (community_id, poll, number, name, cost) values ('lm', '%2$s', 1, '%1$s', 1)
            on conflict do nothing""", """
            do $fit$ declare its text; begin
              set local session_replication_role = replica;
              foreach its in array '{awards,money,alarms,rearrangements,voids,turned_away,objections,recounts,results}'::text[] loop
                execute format('delete from polls.%%I it where community_id = ''lm'' and to_jsonb(it)::text like %%L',
                  its, '%%%2$s%%');
              end loop;
            end $fit$""", """
            update polls.rounds set kind = 'ONE', voice = 'PERSON', rule = 'greedy', completion = 'none', level = 'ballots',
              phase = 'PRIZES', start_with = 'floor', ties = 'COST_VOTES', utility = null, most = 1
            where community_id = 'lm' and id = '%2$s' and asked_by <> '%1$s'""", """
            update polls.proposals set state = 'DONE', tier = 'COMMUNITY', pictures = '{%2$s}'
            where community_id = 'lm' and round = '%2$s' and unit <> '%1$s'""");

    /// A ledger is there for the key that asked for it.
    private static final String ASKED_BY_THE_KEY = """
            update ledgers.orders set asked_by = (
              select id from keys.keys where community_id = 'lm' and id <> '%1$s' order by made_at desc limit 1)
            where community_id = 'lm' and id = '%1$s'""";

    /// What an older replica reads while a newer one is already at work.
    private static final String OF_A_VERSION_TO_COME = """
            update %s where community_id = 'lm' and number = '987654'""";

    record Line(String path, String method, String object, String whose) {

        /// A path may hold commas; what follows does not.
        static Line of(String text) {
            int whose = text.lastIndexOf(',');
            int object = text.lastIndexOf(',', whose - 1);
            int method = text.lastIndexOf(',', object - 1);
            return new Line(
                    text.substring(0, method),
                    text.substring(method + 1, object),
                    text.substring(object + 1, whose),
                    text.substring(whose + 1));
        }

        boolean isForStaff() {
            return path.startsWith("/desk/");
        }

        boolean isForPrograms() {
            return path.startsWith("/api/");
        }

        /// With the object in its place, and what is done to it where the path says so.
        String filled(Map<String, String> ids, String number) {
            return path.replaceAll("\\{channel}", "wechat")
                    .replaceAll("\\{act}", ACTS.getOrDefault(object, "close"))
                    .replaceAll("\\{delivery}", NUMBER)
                    .replaceAll("(\\{number}.*)\\{id}", "$1" + THEIRS)
                    .replaceAll("\\{place(:[^}]*)?}", "0")
                    .replaceAll("\\{\\w+:\\\\d\\{1,6}}", number)
                    .replaceAll("\\{\\w+}", ids.getOrDefault(object, requireNonNull(ids.get(""))));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// What any of the forms asks for.
    static final Map<String, String> FORM = Map.of(
            "note",
            "x",
            "unit",
            "desk",
            "role",
            "ADMIN",
            "where",
            "WECOM",
            "text",
            "x",
            "to",
            "xu",
            "entry",
            THEIRS,
            "language",
            "en",
            "proposal",
            NUMBER);

    /// Tell the same of what is over, of what is nobody's, and of what is somebody else's: nothing was done.
    private static final Set<String> OVER_OR_NOBODYS = Set.of(
            "POST /desk/me/sessions/{handle}/end", "GET /desk/together/{bulk}", "POST /desk/together/{bulk}/undo");

    /// All that is not there for its own people, since it needs more than a row: accounts of platforms, pictures
    /// that belong to talks, what was closed, forms by their kind or with what they ask for. Refused to others,
    /// which alone proves little: the tests of their modules have them.
    private static final Set<String> NOT_MADE_HERE = Set.of(
            "POST /api/v1/channels/{channel}/{id}/bring-back",
            "POST /api/v1/channels/{channel}/{id}/change",
            "POST /api/v1/channels/{channel}/{id}/remove",
            "GET /api/v1/ledgers/forms/{kind}",
            "POST /desk/admin/places/{id}/reopen",
            "POST /api/v1/places/{id}/reopen",
            "POST /desk/admin/units/{id}/bring-back",
            "POST /api/v1/units/{id}/bring-back",
            "POST /desk/channels/{channel}/{id}/bring-back",
            "GET /desk/channels/{channel}/{id}/change",
            "POST /desk/channels/{channel}/{id}/change",
            "POST /desk/channels/{channel}/{id}/remove",
            "POST /desk/hotline/{act}",
            "GET /desk/ledgers/forms/{kind}.xlsx",
            "GET /desk/talks/{handle}/media/{id}",
            "GET /desk/talks/{handle}/media/{id}/small",
            "POST /desk/teaching/change/{act}",
            "POST /desk/notices/{id}/visits",
            "POST /desk/notices/{id}/visits/kept",
            "POST /desk/whistles/{id}/{act}",
            "POST /desk/rounds/{number:\\d{1,6}}/works/{act}",
            "POST /desk/rounds/{number:\\d{1,6}}/{act}");

    private static final Map<String, String> ACTS =
            Map.of("case", "accept", "notice", "approve", "vote", "confirm", "whistle", "withdraw");

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Autowired
    Communities communities;

    @Autowired
    ApiKeys keys;

    @Autowired
    ChangeStaff change;

    @Autowired
    ImportCommunity importing;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    private SignedInAs others;
    private SignedInAs theirs;

    @BeforeEach
    void somethingOfEveryKindAndAnotherCommunity() {
        importing.from("other.yaml", OTHERS.getBytes(UTF_8)).block();
        passwords
                .set(new CommunityId("hq"), "bao", requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
        database.sql(ARow.IN_EVERY_TABLE).then().block();
        database.sql(A_DELIVERY).then().block();
        others = new SignedInAs("bao", web);
        String administrator = administrator();
        FITTING.forEach(
                it -> database.sql(it.formatted(administrator, THEIRS)).then().block());
        theirs = new SignedInAs(administrator, web);
    }

    @Test
    void whatBelongsToOneCommunityIsNotThereForTheStaffOfAnother() throws IOException {
        var soft = new SoftAssertions();
        var unseen = new TreeSet<String>();
        for (Line line : lines().filter(Line::isForStaff).toList()) {
            int toOthers = status(others, line, line.filled(ids(), NUMBER));
            int nobodys = status(others, line, line.filled(Map.of("", NOBODYS), "999999"));
            int toTheirs = status(theirs, line, line.filled(ids(), NUMBER));
            soft.assertThat(toOthers)
                    .as(line.toString())
                    .isEqualTo(OVER_OR_NOBODYS.contains(line.toString()) ? nobodys : 404);
            soft.assertThat(toTheirs).as("%s by their own", line).isLessThan(500);
            if (toTheirs == 404) {
                unseen.add(line.toString());
            }
        }
        soft.assertThat(unseen).as("not there for its own people either").isEqualTo(notMadeHere("/desk/"));
        soft.assertAll();
    }

    @Test
    void norForItsPrograms() throws IOException {
        String othersKey = key("hq", "bao");
        String theirKey = key("lm", "chen");
        database.sql(ASKED_BY_THE_KEY.formatted(THEIRS)).then().block();
        var soft = new SoftAssertions();
        var unseen = new TreeSet<String>();
        for (Line line : lines().filter(Line::isForPrograms).toList()) {
            String path = line.filled(ids(), NUMBER);
            soft.assertThat(status(othersKey, line, path)).as(line.toString()).isEqualTo(404);
            int toTheirs = status(theirKey, line, path);
            soft.assertThat(toTheirs).as("%s by their own", line).isLessThan(500);
            if (toTheirs == 404) {
                unseen.add(line.toString());
            }
        }
        soft.assertThat(unseen).as("not there for its own programs either").isEqualTo(notMadeHere("/api/"));
        soft.assertAll();
    }

    private static Set<String> notMadeHere(String below) {
        return NOT_MADE_HERE.stream()
                .filter(it -> it.contains(" " + below))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatSaysWhatThisVersionDoesNotKnowIsNotThereAndKeepsNothingElseAway() {
        for (String change : List.of("polls.polls set kind = 'CHOOSES'", "polls.rounds set phase = 'DREAMT'")) {
            database.sql(OF_A_VERSION_TO_COME.formatted(change)).then().block();
        }

        for (String gone :
                List.of("/desk/polls/987654/oversight", "/desk/rounds/987654", "/desk/rounds/987654/works")) {
            theirs.get(gone).expectStatus().isNotFound();
        }
        for (String list : List.of("/desk/polls", "/desk/rounds", "/desk/works")) {
            theirs.get(list).expectStatus().isOk();
        }
    }

    @Test
    void aFileOfTheHotlineThatNobodyCanReadIsSaidToBeSo() {
        assertThat(theirs.page("/desk/hotline/files/" + THEIRS))
                .contains("<li>")
                .contains("role=\"alert\"");
    }

    /// Another than the demo's own, whose password other tests know.
    private String administrator() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 8);
        var chen = Results.result(communities.map(SignedInAs.LM))
                .staffMember("chen")
                .orElseThrow();
        change.add(chen, id, "韦工", new Post("desk", Role.ADMIN), null).block();
        passwords
                .set(SignedInAs.LM, id, requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
        return id;
    }

    private String key(String community, String administrator) {
        var by = Results.result(communities.map(new CommunityId(community)))
                .staffMember(administrator)
                .orElseThrow();
        return Results.result(keys.make(by, new ApiKeys.Wanted("平台", Set.of(Scope.values()), null, null)));
    }

    private int status(String key, Line line, String path) {
        return web.method(HttpMethod.valueOf(line.method()))
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"act\":\"accept\",\"version\":0,\"words\":\"x\"}")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private Map<String, String> ids() {
        return ids(database);
    }

    /// Of what is really there in the demo, by what `objects.csv` calls it.
    static Map<String, String> ids(DatabaseClient database) {
        String number = Results.result(database.sql(
                        "select number from cases.cases where community_id = 'lm' and number like 'LM%' order by number limit 1")
                .map(row -> requireNonNull(row.get("number", String.class)))
                .one());
        return Map.ofEntries(
                Map.entry("", THEIRS),
                Map.entry("account of a channel", ACCOUNT),
                Map.entry("mass message", ACCOUNT),
                Map.entry("case", number),
                Map.entry("picture of a case", number),
                Map.entry("object of the API", number),
                Map.entry("poll", NUMBER),
                Map.entry("picture that is shown", number),
                Map.entry("building", "b3"),
                Map.entry("compound", "s1"),
                Map.entry("group", "b3"),
                Map.entry("unit", "property"),
                Map.entry("staff member", "lin"),
                Map.entry("resident", "r01"),
                Map.entry("colleague", "shen"),
                Map.entry("month", "2026-10"));
    }

    private static int status(SignedInAs staff, Line line, String path) {
        var answer = line.method().equals("GET") ? staff.get(path) : staff.post(path, FORM);
        return answer.returnResult(Void.class).getStatus().value();
    }

    /// Those that only look come first: others may take away what is looked at.
    static Stream<Line> lines() throws IOException {
        return Files.readAllLines(OBJECTS).stream()
                .skip(1)
                .map(Line::of)
                .sorted(comparing(it -> !it.method().equals("GET")));
    }
}
