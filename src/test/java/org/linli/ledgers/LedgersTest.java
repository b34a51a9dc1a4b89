package org.linli.ledgers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.Case;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.Sight;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.Who;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.keys.ApiKeys;
import org.linli.platform.jobs.LateReplica;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ledgers and months of the made-up community, compared with a plain count.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class LedgersTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    DeskCases cases;

    @Autowired
    MonthReport report;

    @Autowired
    MakeLedgers make;

    @Autowired
    Orders orders;

    @Autowired
    OrdersInHand inHand;

    @Autowired
    LedgerRows rows;

    @Autowired
    ApiKeys keys;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothingOrdered() {
        SignedInAs.givePasswords(passwords, encoder);
        database.sql("delete from ledgers.orders").then().block();
        database.sql("delete from ledgers.templates").then().block();
    }

    /// The rules of the made-up community ask for none.
    @BeforeEach
    void aRepairCostMoney() {
        database.sql("""
            insert into cases.steps
              (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures, amount)
            select community_id, max(number), 'CALLED_BACK', 'STAFF', 'chen', '', now(), 'RESOLVED', '', '',
              '{}', 380.50
            from cases.cases where community_id = 'lm' and state not in ('WITHDRAWN', 'MERGED')
            group by 1""").then().block();
    }

    @Test
    void theMonthsNumbersAreThoseOfAPlainCount() {
        var month = YearMonth.from(clock.instant().atZone(SpokenTime.ZONE));
        for (YearMonth it : List.of(month, month.minusMonths(1))) {
            var all = opened(it);
            var lines = Objects.requireNonNull(report.of(map(), it).block());

            assertThat(lines.getFirst().numbers()).isEqualTo(counted(all));
            for (MonthReport.Line line : lines) {
                assertThat(line.numbers())
                        .as(line.name())
                        .isEqualTo(counted(all.stream().filter(belongs(line)).toList()));
            }
        }
        assertThat(opened(month).size() + opened(month.minusMonths(1)).size()).isPositive();
    }

    @Test
    void programsReadTheSameNumbersWithTheirKey() {
        var month = YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)).minusMonths(1);
        String key = Objects.requireNonNull(keys.make(chen(), "街道平台").block());

        var answer = JsonMapper.shared().readTree(numbers("lm", month.toString(), key, 200));

        var first = answer.get("lines").get(0);
        var expected = counted(opened(month));
        assertThat(first.get("total").asLong()).isEqualTo(expected.total());
        assertThat(first.get("overdue").asLong()).isEqualTo(expected.overdue());
        assertThat(rate(first)).isEqualTo(expected.responseRate());
        assertThat(first.get("amount").decimalValue()).isEqualByComparingTo(expected.amount());
        assertThat(numbers("", month.toString(), key, 200)).isEqualTo(numbers("lm", month.toString(), key, 200));
    }

    @Test
    void whatIsWrongWithAskingForNumbersIsSaidAsForEveryCall() {
        String key = result(keys.make(chen(), "街道平台"));

        assertThat(numbers("lm", "", "lk_wrong", 401)).contains("urn:linli:api:no-valid-key");
        assertThat(numbers("nowhere", "", key, 401)).contains("urn:linli:api:no-valid-key");
        assertThat(numbers("No Where", "", key, 422)).contains("urn:linli:api:wrong-field", "community");
        assertThat(numbers("lm", "last", key, 422)).contains("urn:linli:api:wrong-field", "month");
    }

    @Test
    void aListIsMadeInTheBackgroundAndFetchedByWhoAskedForADay() throws Exception {
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/ledgers/cases", Map.of("state", "all")).expectHeader().location("/desk/ledgers?said=asked");
        assertThat(chen.page("/desk/ledgers")).contains("正在生成");

        make.round().block();

        var order = Objects.requireNonNull(orders.of(chen()).blockFirst());
        assertThat(order.state()).isEqualTo(Order.State.DONE);
        var all = Objects.requireNonNull(cases.all(Sight.of(chen(), map()), DeskFilter.of("all", "", "", false, ""))
                .collectList()
                .block());
        var rows = sheet(chen.get("/desk/ledgers/" + order.id() + ".xlsx")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        assertThat(rows).hasSize(all.size() + 4);
        assertThat(rows.get(3).getCellText(1)).isEqualTo(all.getFirst().it().number());
        assertThat(rows.stream().skip(3).map(row -> row.getCellText(13)))
                .as("money, exact")
                .anyMatch(it -> it.matches("\\d+[.]\\d{2}"));
        assertThat(rows.getLast().getCellText(0)).isEqualTo("共 " + all.size() + " 件");

        new SignedInAs("lin", web)
                .get("/desk/ledgers/" + order.id() + ".xlsx")
                .expectStatus()
                .isNotFound();
        var colleague = map().staffMember("xu").orElseThrow();
        assertThat(orders.file(colleague, order.id()).blockOptional()).isEmpty();
        assertThat(orders.of(colleague).collectList().block()).isEmpty();
        database.sql("update ledgers.orders set asked_at = asked_at - interval '25 hours'")
                .then()
                .block();
        chen.get("/desk/ledgers/" + order.id() + ".xlsx").expectStatus().isNotFound();
        make.round().block();
        assertThat(database.sql("select count(*) as n from ledgers.orders")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    @Test
    void aListOfWhatIsMineOrPressingHoldsNothingElse() {
        String pressing = result(database.sql("""
                        update cases.cases set priority = 'EMERGENCY', assignee = 'chen' where (community_id, number) = (
                          select community_id, number from cases.cases where community_id = 'lm' and is_open
                            and priority = 'ORDINARY' limit 1) returning number""").mapValue(String.class).one());
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/ledgers/cases", Map.of("whose", "mine", "priority", "emergency"));

        var order = Objects.requireNonNull(inHand.claim().block());

        assertThat(order.filter()).isEqualTo(DeskFilter.OPEN.whose("mine").pressing("emergency"));
        assertThat(results(rows.of(order, chen(), map()).map(it -> it.getOrDefault("each.number", ""))))
                .containsExactly(pressing);
        completed(database.sql("update cases.cases set priority = 'ORDINARY', assignee = null where number = $1")
                .bind(0, pressing)
                .then());
    }

    @Test
    void whatIsBeingMadeIsNobodyElsesAndWhatFailsIsTriedThreeTimes() {
        new SignedInAs("chen", web).post("/desk/ledgers/cases", Map.of("state", "all"));
        for (int tries = 1; tries <= 3; tries++) {
            var claimed = result(inHand.claim());
            assertThat(inHand.claim().blockOptional()).isEmpty();
            assertThat(result(orders.of(chen()).next()).state()).isEqualTo(Order.State.WAITING);
            completed(inHand.failed(claimed));
            completed(database.sql("update ledgers.orders set due_at = due_at - interval '1 minute'")
                    .then());
        }

        assertThat(inHand.claim().blockOptional()).isEmpty();
        var failed = result(orders.of(chen()).next());
        assertThat(failed.state()).isEqualTo(Order.State.FAILED);
        assertThat(failed.why()).isEqualTo(Order.Why.BROKEN);
    }

    @Test
    void twoReplicasThatSeeTheSameOrdersMakeOneEach() {
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/ledgers/cases", Map.of("state", "all"));
        chen.post("/desk/ledgers/cases", Map.of("state", "open"));

        var both = result(Mono.zip(inHand.claim(), inHand.claim()));

        assertThat(both.getT1().id()).isNotEqualTo(both.getT2().id());
        assertThat(inHand.claim().blockOptional()).isEmpty();
    }

    @Test
    void whatAnotherReplicaTookSinceItWasSeenIsNotMadeToo() {
        new SignedInAs("chen", web).post("/desk/ledgers/cases", Map.of("state", "all"));
        var late = new LateReplica(database, inHand.claim());

        assertThat(new OrdersInHand(late.database(), clock).claim().blockOptional())
                .isEmpty();
    }

    @Test
    void whatKillsWhoeverMakesItIsGivenUpAfterThreeTimesSaysWhyAndIsMadeWhenAskedForAgain() {
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/ledgers/cases", Map.of("state", "all"));
        for (int tries = 1; tries <= 3; tries++) {
            assertThat(result(inHand.giveUp())).isZero();
            result(inHand.claim());
            completed(database.sql("update ledgers.orders set due_at = due_at - interval '10 minutes'")
                    .then());
        }

        completed(make.round().then());

        var failed = result(orders.of(chen()).next());
        assertThat(failed.state()).isEqualTo(Order.State.FAILED);
        assertThat(failed.why()).isEqualTo(Order.Why.UNFINISHED);
        assertThat(chen.page("/desk/ledgers")).contains("试了三次都没有做完", "再试一次");
        String again = "/desk/ledgers/" + failed.id() + "/again";
        var colleague = map().staffMember("xu").orElseThrow();
        assertThat(orders.again(colleague, failed.id()).blockOptional()).isEmpty();

        chen.post(again, Map.of()).expectHeader().location("/desk/ledgers?said=asked");
        completed(make.round().then());

        assertThat(result(orders.of(chen()).next()).state()).isEqualTo(Order.State.DONE);
        chen.post(again, Map.of()).expectStatus().isNotFound();
    }

    @Test
    void aFormThatAsksForWhatIsNotThereIsRefusedWithItsCells() throws Exception {
        byte[] form = ChangedForm.asking("{{each.words}}", "{{each.colour}} {{made by}}");
        var chen = new SignedInAs("chen", web);

        String page = Objects.requireNonNull(chen.upload("/desk/ledgers/forms", Map.of("kind", "cases"), "file", form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(page)
                .contains("E4 {{each.colour}}", "E4 {{made by}}", "{{each.supporters}}")
                .doesNotContain("B4 {{each.number}}", "??");
        assertThat(result(database.sql("select count(*) as n from ledgers.templates")
                        .mapValue(Long.class)
                        .one()))
                .isZero();
    }

    @Test
    void whatIsFilledInIsWhatFormsMayAskFor() {
        for (Order.Kind kind : Order.Kind.values()) {
            var member = chen();
            completed(orders.ask(
                    member,
                    kind,
                    DeskFilter.OPEN,
                    kind == Order.Kind.MONTH ? YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)) : null));
            var order = result(inHand.claim());
            var filled =
                    new TreeSet<>(result(rows.of(order, member, map()).next()).keySet());
            filled.addAll(rows.head(order, map()).keySet());
            filled.add("count");

            assertThat(filled).isEqualTo(Fields.of(kind));
        }
    }

    @Test
    void whoWorksHereNoMoreGetsAnEmptyFileAndNobodyElseFetchesIt() {
        new SignedInAs("chen", web).post("/desk/ledgers/cases", Map.of("state", "all"));
        completed(database.sql("update ledgers.orders set asked_by = 'gone'").then());

        completed(make.round().then());

        assertThat(result(database.sql("select rows_done from ledgers.orders")
                        .mapValue(Integer.class)
                        .one()))
                .isZero();
        assertThat(orders.of(chen()).collectList().block()).isEmpty();
    }

    @Test
    void aMonthIsPrintedInTheSameNumbers() throws Exception {
        var month = YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)).minusMonths(1);
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/ledgers/month", Map.of("month", month.toString()));
        make.round().block();

        var order = Objects.requireNonNull(orders.of(chen()).blockFirst());
        var rows = sheet(chen.get("/desk/ledgers/" + order.id() + ".xlsx")
                .expectBody()
                .returnResult()
                .getResponseBody());

        assertThat(rows.get(3).getCellText(0)).isEqualTo("社区");
        assertThat(rows.get(3).getCell(2).asNumber().longValue())
                .isEqualTo(counted(opened(month)).total());
        chen.post("/desk/ledgers/month", Map.of("month", "soon"))
                .expectHeader()
                .location("/desk/ledgers?said=no-month");
    }

    private static Object rate(JsonNode line) {
        return line.get("response_rate").asDouble();
    }

    private String numbers(String community, String month, String key, int status) {
        return Objects.requireNonNull(web.get()
                .uri("/api/v1/numbers?community={c}&month={m}", community, month)
                .header("Authorization", "Bearer " + key)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private Predicate<Case> belongs(MonthReport.Line line) {
        return switch (line.kind()) {
            case COMMUNITY -> _ -> true;
            case GRID ->
                it -> map().place(it.problem().spot())
                        .flatMap(map()::gridOf)
                        .filter(grid -> grid.id().equals(line.id()))
                        .isPresent();
            case UNIT, DEPARTMENT -> it -> it.care().unit().equals(line.id());
        };
    }

    private List<Case> opened(YearMonth month) {
        return Objects.requireNonNull(cases.all(Sight.of(chen(), map()), DeskFilter.of("all", "", "", false, ""))
                .map(DeskPage.Row::it)
                .filter(it -> it.state() != State.WITHDRAWN)
                .filter(it ->
                        YearMonth.from(it.openedAt().atZone(SpokenTime.ZONE)).equals(month))
                .collectList()
                .block());
    }

    /// One after the other, as somebody would with a pencil.
    private Numbers counted(List<Case> all) {
        long responded = 0;
        long resolved = 0;
        long rated = 0;
        long satisfied = 0;
        long overdue = 0;
        long reopened = 0;
        long returned = 0;
        var amount = BigDecimal.ZERO;
        for (Case it : all) {
            var steps = Objects.requireNonNull(
                    cases.history(it.community(), it.number()).collectList().block());
            var answers = List.of(Step.Kind.ACCEPTED, Step.Kind.ANSWERED, Step.Kind.RESOLVED);
            responded += steps.stream().anyMatch(s -> s.by().kind() != Who.Kind.RESIDENT && answers.contains(s.kind()))
                    ? 1
                    : 0;
            amount = steps.stream().map(Step::amount).filter(Objects::nonNull).reduce(amount, BigDecimal::add);
            var done = it.resolvedAt();
            var rating = it.rating();
            resolved += done != null ? 1 : 0;
            rated += rating != null ? 1 : 0;
            satisfied += rating != null && rating.stars() >= 4 ? 1 : 0;
            overdue += it.isLate(clock.instant())
                            || done != null && done.isAfter(it.care().dueAt())
                    ? 1
                    : 0;
            reopened += steps.stream().anyMatch(s -> s.kind() == Step.Kind.REOPENED) ? 1 : 0;
            returned += steps.stream().anyMatch(s -> s.kind() == Step.Kind.RETURNED) ? 1 : 0;
        }
        return new Numbers(all.size(), responded, resolved, rated, satisfied, overdue, reopened, returned, 0, amount);
    }

    private static List<Row> sheet(byte @Nullable [] xlsx) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Objects.requireNonNull(xlsx)))) {
            return book.getFirstSheet().read();
        }
    }

    private StaffMember chen() {
        return map().staffMember("chen").orElseThrow();
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }
}
