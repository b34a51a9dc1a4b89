package org.linli.cases.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Effects;
import org.linli.web.resident.AtHome;
import org.linli.web.resident.Residence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/// Neighbours at their own pages: whoever lives there joins by a button and takes it back.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class JoinByPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Address OF_B4 = Address.parse("webchat:lm:person:r22");
    private static final Address NEXT_DOOR = Address.parse("webchat:lm:person:r23");
    private static final Address SAME_COMPOUND = Address.parse("webchat:lm:person:r01");
    private static final Address ELSEWHERE = Address.parse("webchat:lm:person:r28");

    @Autowired
    WebTestClient web;

    @Autowired
    Residence residence;

    @Autowired
    ReportCase reports;

    @Autowired
    FindCases find;

    @Autowired
    ActOnCase acts;

    @Autowired
    JoinByPage joining;

    @Autowired
    Visitors visitors;

    @Autowired
    Communities communities;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    private String number = "";

    @BeforeEach
    void aLiftIsOutOfOrder() {
        number = reported("report.elevator", "4栋电梯坏了 " + UUID.randomUUID());
    }

    @Test
    void whoeverReportedItReadsTheirOwnWordsAndHowToAddMore() {
        assertThat(page("/my/cases/" + number, OF_B4, 200))
                .contains("4栋电梯坏了", "我反映的事", "带上编号 " + number)
                .doesNotContain("一起等这件事");
        assertThat(page("/my", OF_B4, 200)).contains("href=\"/chat/lm\"").doesNotContain("公众号");
    }

    @Test
    void whoeverLivesThereSeesItAndJoinsByOneButton() {
        assertThat(page("/my", NEXT_DOOR, 200)).contains("我家附近正在办的", "/my/cases/" + number);
        assertThat(page("/my/cases/" + number, NEXT_DOOR, 200))
                .contains("我家也是", "1 家")
                .doesNotContain("电梯坏了");

        assertThat(press("join", NEXT_DOOR)).endsWith("?done=joined");

        assertThat(page("/my/cases/" + number + "?done=joined", NEXT_DOOR, 200)).contains("已经算上您家了", "2 家", "不用算上我家了");
        assertThat(page("/my", NEXT_DOOR, 200).split("我家附近正在办的")[0]).contains(number);
    }

    @Test
    void pressedTwiceAtOnceItIsJoinedOnce() {
        var visitor = visitor(NEXT_DOOR);
        Flux.range(0, 5).flatMap(_ -> joining.join(visitor, number)).blockLast();
        assertThat(press("join", NEXT_DOOR)).endsWith("?done=joined");

        assertThat(file().supporters()).hasSize(1);
        assertThat(lines("JOINED")).isOne();
    }

    @Test
    void itIsTakenBackAndJoinedAnew() {
        press("join", NEXT_DOOR);
        assertThat(press("leave", NEXT_DOOR)).endsWith("?done=left");
        assertThat(file().supporters()).isEmpty();
        assertThat(file().it().isOpen()).isTrue();

        assertThat(press("leave", NEXT_DOOR)).endsWith("?done=late");
        assertThat(press("join", NEXT_DOOR)).endsWith("?done=joined");
        assertThat(file().supporters()).hasSize(1);
        assertThat(lines("JOINED")).isEqualTo(2);
    }

    @Test
    void whoJoinedIsToldOfTheEndAndAskedHowItWas() {
        press("join", NEXT_DOOR);
        var chen = map().staffMember("chen").orElseThrow();
        for (var act : List.of(new Act.Accept(), new Act.Resolve("换了门机", List.of()))) {
            var file = file();
            assertThat(acts.act(
                                    Sight.of(chen, map()),
                                    number,
                                    file.seen(),
                                    Who.of(chen),
                                    act,
                                    UUID.randomUUID().toString())
                            .block())
                    .isInstanceOf(ActOnCase.Result.Done.class);
        }

        assertThat(told("case-resolved")).containsExactlyInAnyOrder(OF_B4.text(), NEXT_DOOR.text());
        assertThat(press("join", Address.parse("webchat:lm:person:r24"))).endsWith("?done=late");
    }

    @Test
    void itIsNothingForThoseWhoLiveElsewhereAndWhatIsPrivateForNobody() {
        page("/my/cases/" + number, ELSEWHERE, 404);
        assertThat(page("/my", ELSEWHERE, 200)).doesNotContain(number);
        assertThat(joining.join(visitor(ELSEWHERE), number).block()).isFalse();
        String quarrel = reported("report.dispute", "跟楼上吵架 " + UUID.randomUUID());
        page("/my/cases/" + quarrel, NEXT_DOOR, 404);
        assertThat(page("/my", NEXT_DOOR, 200)).doesNotContain(quarrel);
        assertThat(joining.join(visitor(NEXT_DOOR), quarrel).block()).isFalse();
    }

    @Test
    void theCompoundAroundItMayJoinAsWell() {
        assertThat(joining.find(visitor(SAME_COMPOUND), number).blockOptional()).isPresent();
        assertThat(joining.join(visitor(SAME_COMPOUND), number).block()).isTrue();
    }

    @Test
    void whoeverReportedItDoesNotLeaveItByThisButton() {
        assertThat(page("/my/cases/" + number, OF_B4, 200)).doesNotContain("不用算上我家了", "我家也是");
        assertThat(press("leave", OF_B4)).endsWith("?done=late");
        assertThat(file().it().isOpen()).isTrue();
    }

    @Test
    void whoIsNotKnownIsAskedWhoTheyAreFirst() {
        web.get()
                .uri("/my/cases/" + number)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .value("Location", it -> assertThat(it).startsWith("/my/sign-in"));
    }

    private String reported(String label, String words) {
        var report = new Report(
                SignedInAs.LM,
                UUID.randomUUID().toString(),
                label,
                map().place("b4").orElseThrow(),
                "",
                words,
                List.of(),
                new Neighbour("r22", OF_B4, null, OF_B4),
                Instant.now());
        // what other tests reported there is none of this test's
        database.sql("update cases.cases set opened_at = opened_at - interval '4 days' where spot = 'b4'")
                .then()
                .block();
        var answer = Objects.requireNonNull(reports.report(report).block());
        effects.commit(answer.effects()).block();
        return answer.facts().getOrDefault("number", "");
    }

    private List<String> told(String template) {
        return Objects.requireNonNull(
                database.sql("select address from outbox.letters where template = $1 and facts->>'number' = $2")
                        .bind(0, template)
                        .bind(1, number)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    private long lines(String kind) {
        return Objects.requireNonNull(database.sql("select count(*) from cases.steps where number = $1 and kind = $2")
                .bind(0, number)
                .bind(1, kind)
                .mapValue(Long.class)
                .one()
                .block());
    }

    private CaseFile file() {
        return Objects.requireNonNull(find.file(SignedInAs.LM, number).block());
    }

    private Visitor visitor(Address address) {
        return Objects.requireNonNull(
                visitors.of(new Account.Person(SignedInAs.LM, address)).block());
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }

    private String page(String path, Address who, int status) {
        return Objects.requireNonNull(get(path, who, status).getResponseBody());
    }

    private EntityExchangeResult<String> get(String path, Address who, int status) {
        return web.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .cookie("linli-resident", cookie(who))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult();
    }

    private String cookie(Address who) {
        return AtHome.as(residence, new Account.Person(SignedInAs.LM, who));
    }

    /// Where it leads.
    private String press(String button, Address who) {
        var form = web.get()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(form.getResponseBody()));
        assertThat(token.find()).isTrue();
        var answer = web.post()
                .uri("/my/cases/%s/%s".formatted(number, button))
                .cookie("linli-resident", cookie(who))
                .cookie(
                        "XSRF-TOKEN",
                        Objects.requireNonNull(form.getResponseCookies().getFirst("XSRF-TOKEN"))
                                .getValue())
                .body(BodyInserters.fromFormData("_csrf", token.group(1)))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult();
        return Objects.requireNonNull(answer.getResponseHeaders().getLocation()).toString();
    }
}
